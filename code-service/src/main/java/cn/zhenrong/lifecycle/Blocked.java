package cn.zhenrong.lifecycle;

import org.jspecify.annotations.Nullable;

/// Codes next to each other that did not move, for one reason.
record Blocked(SpanList.Run run, Why why) {

  enum Why {
    /// The move does not lead out of the state they are in.
    STATE,
    /// As many codes as there are garments are in use already.
    QUANTITY_USED,
    /// As many codes of their line as it has garments are in use already: they are its spares.
    LINE_QUANTITY_USED,
    /// The batch is closed and they are of its unused labels.
    BATCH_CLOSED
  }

  Range range() {
    return run.range();
  }

  Mark mark() {
    return run.mark();
  }

  /// Where codes of this mark cannot go; null if they can, as far as quantity allows.
  static @Nullable Why of(Mark mark, Move move, boolean closed) {
    if (!move.allowedFrom(mark.state())) {
      return Why.STATE;
    }
    return closed && mark.state().isUnused() && move.usesLabel() ? Why.BATCH_CLOSED : null;
  }
}
