package cn.zhenrong.lifecycle;

import java.util.EnumSet;
import java.util.Set;

/// The transition table of a code (design §3): each move leads to one state, from the states named.
/// What is not in the table is refused.
///
/// Labels may be printed by others, who tell us nothing, so activation does not ask for RELEASED.
/// Shipping may go unrecorded, so an ACTIVE code may come back. Only a label that never sat on a
/// passed garment is spoiled; later it is voided or replaced.
public enum Move {
  RELEASE(CodeState.RELEASED, EnumSet.of(CodeState.ISSUED)),
  ACTIVATE(CodeState.ACTIVE, EnumSet.of(CodeState.ISSUED, CodeState.RELEASED, CodeState.RETURNED)),
  SHIP(CodeState.SHIPPED, EnumSet.of(CodeState.ACTIVE)),
  RETURN(CodeState.RETURNED, EnumSet.of(CodeState.ACTIVE, CodeState.SHIPPED)),
  SPOIL(CodeState.SPOILED, EnumSet.of(CodeState.ISSUED, CodeState.RELEASED)),
  SAMPLE(CodeState.SAMPLED, CodeState.living()),
  VOID(CodeState.VOID, CodeState.living()),
  REPLACE(CodeState.REPLACED, CodeState.living()),
  DISPLAY(CodeState.DISPLAY, EnumSet.of(CodeState.ISSUED, CodeState.RELEASED));

  private final CodeState to;
  private final Set<CodeState> from;

  Move(CodeState to, Set<CodeState> from) {
    this.to = to;
    this.from = Set.copyOf(from);
  }

  /// The state a code comes into.
  public CodeState to() {
    return to;
  }

  /// Whether the move brings goods nearer to a shopper, which a hold forbids.
  boolean needsClearance() {
    return this == ACTIVATE || this == SHIP || this == DISPLAY;
  }

  /// Whether the move puts a label to use that was not used before.
  boolean usesLabel() {
    return this == ACTIVATE || this == SAMPLE || this == DISPLAY;
  }

  /// Whether a code in `state` may make this move.
  public boolean allowedFrom(CodeState state) {
    return from.contains(state);
  }
}
