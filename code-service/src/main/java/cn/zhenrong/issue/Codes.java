package cn.zhenrong.issue;

import cn.zhenrong.code.Serial;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Codes as a pure function of batch and index.
@Service
public class Codes {

  /// The code with this sequence number (from 1). The batch must have its range.
  public Code at(Batch batch, long sequence) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// The code a serial stands for; empty means never issued. Junk is answered without touching a
  /// store.
  public Optional<Code> find(Serial serial) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// The text its label carries: compact or signed, as the batch's profile says.
  public String printedText(Code code) {
    throw new UnsupportedOperationException("not built yet");
  }
}
