package cn.zhenrong.lifecycle;

import cn.zhenrong.code.ProductKey;
import cn.zhenrong.code.Profile;
import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.BatchStatus;
import cn.zhenrong.issue.Line;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.product.LabelId;
import cn.zhenrong.product.StyleId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Batches nobody else uses, and people to work on them.
final class SampleBatches {
  private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());
  static final Caller MAKER = new Caller(11, 12, "王芳", Role.MAKER);
  static final Caller QC = new Caller(11, 13, "李娜", Role.QC);

  private SampleBatches() {}

  /// A batch as an instance knows it; only its codes' lives are in the store.
  static Batch next(long garments, long spares) {
    long id = NEXT.incrementAndGet();
    return new Batch(
        new BatchId(id),
        MAKER.partyId(),
        new StyleId(1),
        new LabelId(1),
        new ReportId(1),
        Profile.COMPACT,
        null,
        BatchStatus.OPEN,
        id,
        garments + spares,
        0,
        0,
        null,
        "PASS",
        "GB/T 29862-2013",
        false,
        List.of(),
        List.of(new Line(1, "驼色", "M", ProductKey.none(), garments, spares, 1)),
        Instant.EPOCH);
  }
}
