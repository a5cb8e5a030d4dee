package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Code;
import cn.zhenrong.party.Caller;
import org.springframework.stereotype.Service;

/// The life of codes, kept as spans of sequence numbers.
@Service
public class Life {

  /// Where a code stands.
  public Standing standing(Code code) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Notes that the codes first…last (sequence numbers, inclusive) were printed or downloaded:
  /// ISSUED becomes RELEASED, all others stay as they are. Joins the caller's transaction.
  public void release(Caller who, Batch batch, long first, long last) {
    throw new UnsupportedOperationException("not built yet");
  }
}
