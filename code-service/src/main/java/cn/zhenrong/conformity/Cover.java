package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Fibre;
import cn.zhenrong.fibre.FibreKind;

/// Which undeclared animal hair a rule of its own may let pass, by what the label claims.
enum Cover {
  NONE,
  /// T2: wool-like fibre in 100 % cashmere.
  WOOL_IN_CASHMERE,
  /// T11: wool-like fibre in a cashmere blend that names no wool.
  WOOL_IN_BLEND,
  /// T12: cashmere in 100 % wool.
  CASHMERE_IN_WOOL;

  static Cover of(PartCase one) {
    Fibre pure = one.pure();
    if (pure != null) {
      return switch (pure.kind()) {
        case CASHMERE -> WOOL_IN_CASHMERE;
        case SHEEP_WOOL -> CASHMERE_IN_WOOL;
        default -> NONE;
      };
    }
    // Wool the label does name is never undeclared, so there is nothing left to cover then.
    return one.declares(FibreKind.CASHMERE) ? WOOL_IN_BLEND : NONE;
  }

  boolean isFor(FibreKind kind) {
    return switch (this) {
      case NONE -> false;
      case CASHMERE_IN_WOOL -> kind == FibreKind.CASHMERE;
      case WOOL_IN_CASHMERE, WOOL_IN_BLEND ->
          kind == FibreKind.WOOL_LIKE || kind == FibreKind.SHEEP_WOOL;
    };
  }
}
