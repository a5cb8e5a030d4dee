package cn.zhenrong.conformity;

import java.math.BigDecimal;

/// How far a declared share may be off.
interface Tolerances {

  /// The points for a share, if its number alone decides them.
  Limit points(BigDecimal declared);

  /// Whether a declared share is so small that it must be found at all.
  default boolean mustBeFound(BigDecimal declared) {
    return false;
  }
}
