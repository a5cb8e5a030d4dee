package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.party.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Moves codes of one batch from state to state.
///
/// All changes to a batch wait for one row, `code_life`, so each sees the spans the one before left
/// behind (the pool reads committed rows). Only the spans that touch the change are read and
/// written, a window at a time.
@Service
class Moving {
  static final int WINDOW = 500;
  static final int MOST_BLOCKED = 1000;
  private static final int CHUNK = 500;

  private final LifeMapper mapper;
  private final Clock clock;

  Moving(LifeMapper mapper, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
  }

  /// Moves every code of the ranges that may make the move; the others stay as they are.
  ///
  /// @param ranges in order and apart from each other, within the batch
  @Transactional
  Outcome move(BatchId batch, Deed deed, List<Range> ranges) {
    Change change = begin(batch, deed);
    Tally tally = new Tally();
    moveRanges(change, ranges, tally);
    end(change);
    return new Outcome(tally.moved, tally.blocked, tally.more);
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

  /// Locks the batch until the transaction ends.
  Change begin(BatchId batch, Deed deed) {
    Long lastEvent = mapper.lock(batch.value());
    if (lastEvent == null) {
      mapper.open(batch.value());
      lastEvent = mapper.lock(batch.value());
    }
    if (lastEvent == null) {
      throw new IllegalStateException("the batch’s row is gone");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Change(batch, deed, now, lastEvent);
  }

  void end(Change change) {
    Rows.one(mapper.advance(change.batch(), change.number()));
  }

  private void moveRanges(Change change, List<Range> ranges, Tally tally) {
    Move move = change.deed().move();
    edit(
        change,
        ranges,
        (spans, run) -> {
          if (move.allowedFrom(run.mark().state())) {
            change.put(spans, run, after(run, change.deed()));
            tally.moved += run.range().length();
          } else {
            tally.block(run);
          }
        });
  }

  static Mark after(SpanList.Run run, Deed deed) {
    return run.mark().after(deed.move(), deed.reason(), deed.words());
  }

  /// What to do with codes that stand alike.
  interface Edit {
    void change(SpanList spans, SpanList.Run run);
  }

  /// Reads the spans that touch the ranges, changes them and writes what differs, window by window.
  /// Scattered ranges share a window as long as few spans lie between them.
  void edit(Change change, List<Range> ranges, Edit edit) {
    Deque<Range> todo = new ArrayDeque<>(ranges);
    while (!todo.isEmpty()) {
      List<Span> touching =
          touching(change.batch(), todo.getFirst().first(), todo.getLast().last());
      // The span read last may have a neighbour that was not read, so the window ends before it.
      long end = touching.size() < WINDOW ? todo.getLast().last() : touching.getLast().first() - 1;
      SpanList spans = new SpanList(touching);
      for (Range range : takeUpTo(todo, end)) {
        for (SpanList.Run run : spans.runs(range)) {
          edit.change(spans, run);
        }
      }
      write(change, spans.edit());
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

  private static final class Tally {
    private final List<SpanList.Run> blocked = new ArrayList<>();
    private long moved;
    private boolean more;

    void block(SpanList.Run run) {
      if (blocked.size() < MOST_BLOCKED) {
        blocked.add(run);
      } else {
        more = true;
      }
    }
  }
}
