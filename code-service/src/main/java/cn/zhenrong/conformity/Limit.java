package cn.zhenrong.conformity;

import java.math.BigDecimal;

/// One number inside a rule. All comparisons include the limit itself, except for the sign `>`.
///
/// @param text with its sign, such as `±5`
record Limit(String text, BigDecimal value, Confidence confidence) {
  static final Limit NOT_BUILT = new Limit("", BigDecimal.ZERO, Confidence.MEMORY);

  boolean holdsAtMost(BigDecimal share) {
    return share.compareTo(value) <= 0;
  }

  boolean holdsAtLeast(BigDecimal share) {
    return share.compareTo(value) >= 0;
  }

  /// Whether two shares lie no further apart than this many points.
  boolean holdsBetween(BigDecimal declared, BigDecimal measured) {
    return measured.subtract(declared).abs().compareTo(value) <= 0;
  }
}
