package cn.zhenrong.scan;

import cn.zhenrong.issue.Batch;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/// Hits of a rule, as if scans had made them.
public record SampleSignals(ApplicationContext context, Batch batch) {

  /// One hit on each of the codes first…last (sequence numbers), kept in one transaction.
  public void hit(CloneRule rule, long first, long last, Instant at, Province province) {
    keep(
        LongStream.rangeClosed(first, last)
            .map(sequence -> batch.first() + sequence - 1)
            .mapToObj(index ->
                new Signal(
                    rule,
                    index,
                    batch.id(),
                    at.minusSeconds(60),
                    at,
                    6,
                    ProvinceSet.bits(List.of(province))))
            .toList());
  }

  void keep(List<Signal> signals) {
    context
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(_ -> context.getBean(SignalKeeping.class).keep(signals));
  }
}
