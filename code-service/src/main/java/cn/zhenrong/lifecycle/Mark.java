package cn.zhenrong.lifecycle;

import org.jspecify.annotations.Nullable;

/// All that the codes of one span have in common; neighbours with equal marks are one span.
///
/// @param successor sequence number of the code that took this one's place
/// @param predecessor sequence number of the code whose place this one took
/// @param soldAgain whether it was returned, re-inspected and activated again
record Mark(
    CodeState state,
    @Nullable Reason reason,
    @Nullable String words,
    @Nullable Long successor,
    @Nullable Long predecessor,
    boolean soldAgain) {
  /// A code nobody has touched.
  static final Mark UNTOUCHED = new Mark(CodeState.ISSUED, null, null, null, null, false);

  /// The mark after a move that needs no reason or has one.
  Mark after(Move move, @Nullable Reason why, @Nullable String ownWords) {
    boolean again = soldAgain || (move == Move.ACTIVATE && state == CodeState.RETURNED);
    return new Mark(move.to(), why, ownWords, successor, predecessor, again);
  }

  Mark replacedBy(long sequence) {
    return new Mark(state, reason, words, sequence, predecessor, soldAgain);
  }

  Mark inPlaceOf(long sequence) {
    return new Mark(state, reason, words, successor, sequence, soldAgain);
  }

  /// Whether a label with this mark may stand in for another.
  boolean isSpare() {
    return state.isUnused() && predecessor == null;
  }
}
