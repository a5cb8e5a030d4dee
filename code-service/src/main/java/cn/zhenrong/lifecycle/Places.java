package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Line;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// How many garments of each line have their code: a spare label comes into use only in the place
/// of another one of its line. A code replaced by one of another line (a wrong size was sewn in)
/// gives that line a place and keeps its own taken: the garment was never of this line.
///
/// A batch without spare labels needs no limit by line, because its lines have no more labels than
/// garments.
final class Places {
  private final Batch batch;
  private final boolean limited;
  private final long[] taken;

  private Places(Batch batch, long[] taken) {
    this.batch = batch;
    this.limited = batch.lines().stream().anyMatch(line -> line.spares() > 0);
    this.taken = taken;
  }

  /// As its row says; counted anew where the row says nothing, or something else than the number of
  /// codes in use, which an instance of the version before keeps alone.
  static Places of(Batch batch, @Nullable LifeRow life, SpanTable spans) {
    if (life != null && life.places() != null) {
      long[] taken =
          Arrays.stream(life.places().split(",", -1)).mapToLong(Long::parseLong).toArray();
      if (LongStream.of(taken).sum() == life.inUse()) {
        return new Places(batch, taken);
      }
    }
    Places counted = new Places(batch, new long[batch.lines().size()]);
    spans.read(
        batch.id(),
        List.of(new Range(1, batch.count())),
        run -> counted.change(run.range(), Mark.UNTOUCHED, run.mark()));
    return counted;
  }

  /// How many garments of the line have their code, or went to another line.
  long taken(Line line) {
    return taken[line.number() - 1];
  }

  /// How many more codes of the line may come into use.
  long room(Line line) {
    return limited ? Math.max(0, line.quantity() - taken(line)) : Long.MAX_VALUE;
  }

  /// The parts of a range that have one limit each, in order.
  List<Range> parts(Range range) {
    return limited ? byLine(range) : List.of(range);
  }

  /// Codes went from one mark to another.
  void change(Range range, Mark from, Mark to) {
    int weight = weight(to) - weight(from);
    if (weight != 0) {
      byLine(range).forEach(part -> add(part.first(), weight * part.length()));
    }
    Long successor = to.successor();
    if (successor != null && from.successor() == null) {
      add(range.first(), 1);
      add(successor, -1);
    }
  }

  /// What [#of] reads.
  String text() {
    return LongStream.of(taken).mapToObj(Long::toString).collect(Collectors.joining(","));
  }

  private List<Range> byLine(Range range) {
    return batch.lines().stream()
        .map(line -> new Range(line.firstSequence(), line.last()))
        .filter(range::overlaps)
        .map(range::and)
        .toList();
  }

  private void add(long sequence, long places) {
    taken[batch.lineOf(sequence).number() - 1] += places;
  }

  private static int weight(Mark mark) {
    return mark.state().isInUse() ? 1 : 0;
  }
}
