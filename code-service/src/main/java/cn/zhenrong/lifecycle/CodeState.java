package cn.zhenrong.lifecycle;

import java.util.EnumSet;

/// What has become of a code (design §3). `SUSPENDED` and `RECALLED` are overlays from holds and
/// never stored. [Move] says how a code comes from one state into another.
public enum CodeState {
  ISSUED,
  /// Printed or downloaded.
  RELEASED,
  ACTIVE,
  SHIPPED,
  RETURNED,
  SPOILED,
  SAMPLED,
  VOID,
  REPLACED,
  DISPLAY;

  /// The states a code can still leave; the others are for good.
  static EnumSet<CodeState> living() {
    return EnumSet.range(ISSUED, RETURNED);
  }

  /// Whether no move leads out of this state.
  public boolean isFinal() {
    return ordinal() > RETURNED.ordinal();
  }

  /// Whether a code in this state stands for a garment.
  boolean isInUse() {
    return this == ACTIVE || this == SHIPPED || this == RETURNED || this == SAMPLED;
  }

  /// Whether a label in this state has not been used yet, so that it may stand in for another.
  boolean isUnused() {
    return this == ISSUED || this == RELEASED;
  }
}
