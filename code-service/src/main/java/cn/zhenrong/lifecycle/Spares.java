package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Code;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds a label nobody used. Counted from the end of the line, where the spares of a roll are. A
/// label in a sealed box hangs on a garment already, used or not.
@Component
class Spares {
  private static final int PAGE = 200;

  /// Behind so many boxes a person had better name one.
  private static final int MOST_BOXES = 1000;

  private final LifeMapper mapper;
  private final BoxSeals seals;

  Spares(LifeMapper mapper, BoxSeals seals) {
    this.mapper = mapper;
    this.seals = seals;
  }

  /// A label of the same line that may stand in for `code`; null if there is none. The batch is
  /// locked.
  @Nullable Long find(Code code) {
    BatchId batch = code.batch().id();
    long first = code.line().firstSequence();
    long last = code.line().last();
    for (int boxes = 0; boxes < MOST_BOXES && last >= first; boxes++) {
      Long found = highest(batch, new Range(first, last), code.sequence());
      List<SealedRange> boxed = found == null ? List.of() : seals.over(batch, Range.of(found), 1);
      if (boxed.isEmpty()) {
        return found;
      }
      last = boxed.getFirst().firstSequence() - 1;
    }
    return null;
  }

  /// The highest sequence number in `line` whose label is unused and stands in for no other.
  ///
  /// @param but the code that is to be replaced, which is no spare of its own
  private @Nullable Long highest(BatchId batch, Range line, long but) {
    long next = line.last();
    while (next >= line.first()) {
      List<SpanRow> page = mapper.spansDownFrom(batch.value(), line.first(), next, PAGE);
      for (SpanRow row : page) {
        Span span = row.span();
        Long found = highest(Math.min(span.last(), next), next, but);
        if (found == null && span.mark().isSpare()) {
          found = highest(span.first() - 1, Math.min(span.last(), next), but);
        }
        if (found != null) {
          return found;
        }
        next = span.first() - 1;
      }
      if (page.size() < PAGE) {
        return beforeFirst(batch, line, next, but);
      }
    }
    return null;
  }

  /// No span begins in first…next of the line, but one may reach in from before it.
  private @Nullable Long beforeFirst(BatchId batch, Range line, long next, long but) {
    SpanRow row = mapper.spanAtOrBefore(batch.value(), line.first() - 1);
    Span span = row == null ? null : row.span();
    if (span == null || span.mark().isSpare() || span.last() < line.first()) {
      return highest(line.first() - 1, next, but);
    }
    return highest(Math.min(span.last(), next), next, but);
  }

  /// The highest number in after+1…last that is not `but`.
  private static @Nullable Long highest(long after, long last, long but) {
    long found = last == but ? last - 1 : last;
    return found > after ? found : null;
  }
}
