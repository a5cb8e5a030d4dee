package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.party.Audit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One piece of work on a locked batch: gathers events while spans change.
final class Change {
  private final BatchId batch;
  private final Deed deed;
  private final Instant at;
  private final List<EventRow> events = new ArrayList<>();
  private long number;

  Change(BatchId batch, Deed deed, Instant at, long lastEvent) {
    this.batch = batch;
    this.deed = deed;
    this.at = at;
    this.number = lastEvent;
  }

  long batch() {
    return batch.value();
  }

  Deed deed() {
    return deed;
  }

  /// The number of the last event.
  long number() {
    return number;
  }

  /// Marks codes that stand alike, and notes it.
  void put(SpanList spans, SpanList.Run run, Mark mark) {
    Span span = Span.at(run.range(), mark, at);
    spans.put(span);
    number++;
    events.add(
        new EventRow(
            number,
            span.first(),
            span.last(),
            deed.move(),
            run.mark().state(),
            mark.state(),
            mark.reason(),
            mark.words(),
            mark.successor(),
            mark.predecessor(),
            mark.soldAgain(),
            at,
            deed.who().party(),
            deed.who().person(),
            Audit.requestId()));
  }

  /// The events since the last call.
  List<EventRow> takeEvents() {
    List<EventRow> taken = List.copyOf(events);
    events.clear();
    return taken;
  }
}
