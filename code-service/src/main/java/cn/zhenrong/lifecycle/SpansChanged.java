package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import java.util.List;

/// Codes of a batch came into another state, in the transaction this was published in.
record SpansChanged(BatchId batch, List<Range> ranges) {
  SpansChanged {
    ranges = List.copyOf(ranges);
  }
}
