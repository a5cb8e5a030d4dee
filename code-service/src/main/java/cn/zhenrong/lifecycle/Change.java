package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchStatus;
import cn.zhenrong.party.Audit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One piece of work on a locked batch: gathers events, and counts, while spans change.
final class Change {
  private final Batch batch;
  private final Deed deed;
  private final Instant at;
  private final List<EventRow> events = new ArrayList<>();
  private long number;
  private long inUse;
  private final @Nullable BatchStatus ended;
  private final Places places;

  Change(Batch batch, Deed deed, Instant at, LifeRow life, Places places) {
    this.batch = batch;
    this.deed = deed;
    this.at = at;
    this.number = life.lastEvent();
    this.inUse = life.inUse();
    this.ended = life.ended();
    this.places = places;
  }

  long batch() {
    return batch.id().value();
  }

  Deed deed() {
    return deed;
  }

  Instant at() {
    return at;
  }

  /// How many more codes may come into use: one for each garment, and no more.
  long room() {
    return Math.max(0, batch.garments() - inUse);
  }

  /// How many more codes of the line that `sequence` belongs to.
  long roomOfLine(long sequence) {
    return places.room(batch.lineOf(sequence));
  }

  /// The parts of a range that have one limit each.
  List<Range> parts(Range range) {
    return places.parts(range);
  }

  @Nullable BatchStatus ended() {
    return ended;
  }

  /// What the batch's row is to say.
  LifeRow life() {
    return new LifeRow(number, inUse, ended, places.text());
  }

  /// Marks codes that stand alike, and notes it.
  void put(SpanList spans, SpanList.Run run, Mark mark) {
    Span span = Span.at(run.range(), mark, at);
    spans.put(span);
    number++;
    places.change(run.range(), run.mark(), mark);
    inUse += (weight(mark) - weight(run.mark())) * run.range().length();
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

  private static long weight(Mark mark) {
    return mark.state().isInUse() ? 1 : 0;
  }
}
