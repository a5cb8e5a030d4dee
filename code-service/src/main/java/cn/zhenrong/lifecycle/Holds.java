package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Code;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Holds and recalls on a batch, a report, a party or a range.
@Service
public class Holds {

  /// The strictest hold in force on a code: a recall before a hold.
  public Optional<Hold> on(Code code) {
    throw new UnsupportedOperationException("not built yet");
  }
}
