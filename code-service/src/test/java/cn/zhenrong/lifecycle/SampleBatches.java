package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import java.util.concurrent.atomic.AtomicLong;

/// Batches nobody else uses, and people to work on them.
final class SampleBatches {
  private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());
  static final Caller MAKER = new Caller(11, 12, "王芳", Role.MAKER);
  static final Caller QC = new Caller(11, 13, "李娜", Role.QC);

  private SampleBatches() {}

  static BatchId next() {
    return new BatchId(NEXT.incrementAndGet());
  }
}
