package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.party.Rows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The spans as they are kept. Only those that touch a change are read and written, a window at a
/// time.
@Component
class SpanTable {
  static final int WINDOW = 500;
  private static final int CHUNK = 500;

  private final LifeMapper mapper;
  private final ApplicationEventPublisher events;

  SpanTable(LifeMapper mapper, ApplicationEventPublisher events) {
    this.mapper = mapper;
    this.events = events;
  }

  /// What to do with codes that stand alike.
  interface Edit {
    void change(SpanList spans, SpanList.Run run);
  }

  /// Where a code stands; one indexed read.
  @Nullable Span find(BatchId batch, long sequence) {
    SpanRow row = mapper.spanAtOrBefore(batch.value(), sequence);
    return row == null || row.lastSequence() < sequence ? null : row.span();
  }

  /// The same, as a run of one.
  SpanList.Run run(BatchId batch, long sequence) {
    return new SpanList.Run(Range.of(sequence), find(batch, sequence));
  }

  /// Hands over what stands in the ranges, in order and without gaps.
  ///
  /// @param ranges in order and apart from each other
  void read(BatchId batch, List<Range> ranges, Consumer<SpanList.Run> reader) {
    walk(batch.value(), ranges, (spans, run) -> reader.accept(run), spans -> {});
  }

  /// Reads the spans that touch the ranges, changes them and writes what differs.
  ///
  /// @param ranges in order and apart from each other
  void edit(Change change, List<Range> ranges, Edit edit) {
    walk(change.batch(), ranges, edit, spans -> write(change, spans.edit()));
    events.publishEvent(new SpansChanged(new BatchId(change.batch()), ranges));
  }

  /// The spans that lie in a range or reach into it, in order. At most as many as it has codes.
  List<Span> all(long batch, Range range) {
    List<Span> spans = new ArrayList<>();
    SpanRow left = mapper.spanAtOrBefore(batch, range.first() - 1);
    if (left != null && left.lastSequence() >= range.first()) {
      spans.add(left.span());
    }
    mapper.spansFrom(batch, range.first(), range.last(), (int) range.length()).stream()
        .map(SpanRow::span)
        .forEach(spans::add);
    return List.copyOf(spans);
  }

  /// Window by window. Scattered ranges share a window as long as few spans lie between them.
  private void walk(long batch, List<Range> ranges, Edit edit, Consumer<SpanList> writer) {
    Deque<Range> todo = new ArrayDeque<>(ranges);
    while (!todo.isEmpty()) {
      List<Span> touching = touching(batch, todo.getFirst().first(), todo.getLast().last());
      // The span read last may have a neighbour that was not read, so the window ends before it.
      long end = touching.size() < WINDOW ? todo.getLast().last() : touching.getLast().first() - 1;
      SpanList spans = new SpanList(touching);
      for (Range range : takeUpTo(todo, end)) {
        for (SpanList.Run run : spans.runs(range)) {
          edit.change(spans, run);
        }
      }
      writer.accept(spans);
    }
  }

  /// Takes what lies at or before `end`; a range that goes on stays with its rest.
  private static List<Range> takeUpTo(Deque<Range> todo, long end) {
    List<Range> taken = new ArrayList<>();
    while (!todo.isEmpty() && todo.getFirst().first() <= end) {
      Range range = todo.removeFirst();
      taken.add(new Range(range.first(), Math.min(end, range.last())));
      if (range.last() > end) {
        todo.addFirst(new Range(end + 1, range.last()));
      }
    }
    return taken;
  }

  /// The spans in first…last and those beside it, at most a window of them.
  private List<Span> touching(long batch, long first, long last) {
    List<Span> spans = new ArrayList<>();
    SpanRow left = mapper.spanAtOrBefore(batch, first - 1);
    if (left != null && left.lastSequence() >= first - 1) {
      spans.add(left.span());
    }
    mapper.spansFrom(batch, first, last + 1, WINDOW - spans.size()).stream()
        .map(SpanRow::span)
        .forEach(spans::add);
    return spans;
  }

  private void write(Change change, SpanList.Edit edit) {
    long batch = change.batch();
    chunks(edit.remove().stream().map(SpanRow::of).toList(), r -> mapper.deleteSpans(batch, r));
    chunks(edit.add().stream().map(SpanRow::of).toList(), r -> mapper.insertSpans(batch, r));
    chunks(change.takeEvents(), rows -> mapper.insertEvents(batch, rows));
  }

  static <T> void chunks(List<T> rows, ToIntFunction<List<T>> writer) {
    for (int from = 0; from < rows.size(); from += CHUNK) {
      List<T> chunk = rows.subList(from, Math.min(rows.size(), from + CHUNK));
      Rows.exactly(chunk.size(), writer.applyAsInt(chunk));
    }
  }
}
