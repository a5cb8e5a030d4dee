package cn.zhenrong.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `code_span`, without its batch.
record SpanRow(
    long firstSequence,
    long lastSequence,
    CodeState state,
    @Nullable Reason reason,
    @Nullable String words,
    @Nullable Long successor,
    @Nullable Long predecessor,
    boolean soldAgain,
    Instant earliestAt,
    Instant latestAt) {

  static SpanRow of(Span span) {
    Mark mark = span.mark();
    return new SpanRow(
        span.first(),
        span.last(),
        mark.state(),
        mark.reason(),
        mark.words(),
        mark.successor(),
        mark.predecessor(),
        mark.soldAgain(),
        span.earliest(),
        span.latest());
  }

  Span span() {
    Mark mark = new Mark(state, reason, words, successor, predecessor, soldAgain);
    return new Span(firstSequence, lastSequence, mark, earliestAt, latestAt);
  }
}
