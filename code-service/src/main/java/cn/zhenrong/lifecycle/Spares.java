package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds a label nobody used. Counted from the end of the line, where the spares of a roll are.
@Component
class Spares {
  private static final int PAGE = 200;

  private final LifeMapper mapper;

  Spares(LifeMapper mapper) {
    this.mapper = mapper;
  }

  /// The highest sequence number in `line` whose label is unused and stands in for no other; null
  /// if there is none. The batch is locked.
  ///
  /// @param but the code that is to be replaced, which is no spare of its own
  @Nullable Long highest(BatchId batch, Range line, long but) {
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
