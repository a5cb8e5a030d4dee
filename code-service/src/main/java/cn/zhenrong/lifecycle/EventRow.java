package cn.zhenrong.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `code_event`, without its batch: one change of a run of codes that stood alike.
///
/// @param number counts the changes of the batch, from 1
record EventRow(
    long number,
    long firstSequence,
    long lastSequence,
    Move move,
    CodeState fromState,
    CodeState toState,
    @Nullable Reason reason,
    @Nullable String words,
    @Nullable Long successor,
    @Nullable Long predecessor,
    boolean soldAgain,
    Instant at,
    long partyId,
    long personId,
    String requestId) {

  /// The power of two, rounded up, of so many codes; what `size_class` holds.
  int sizeClass() {
    return 64 - Long.numberOfLeadingZeros(lastSequence - firstSequence);
  }

  /// The span this change laid down.
  Span span() {
    Mark mark = new Mark(toState, reason, words, successor, predecessor, soldAgain);
    return Span.at(new Range(firstSequence, lastSequence), mark, at);
  }
}
