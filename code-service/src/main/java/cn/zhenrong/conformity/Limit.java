package cn.zhenrong.conformity;

import cn.zhenrong.problem.Words;
import java.math.BigDecimal;

/// One number inside a rule. All comparisons include the limit itself, except for the signs `<` and
/// `>`.
///
/// @param text with its sign, such as `±5`
/// @param source where it was read
record Limit(String text, BigDecimal value, Confidence confidence, Words source) {
  static final Limit NOT_BUILT =
      new Limit("", BigDecimal.ZERO, Confidence.MEMORY, new Words("", ""));

  /// Whether the limit itself is already too much.
  boolean isStrict() {
    return text.startsWith("<");
  }

  boolean holdsAtMost(BigDecimal share) {
    int sign = share.compareTo(value);
    return sign < 0 || (sign == 0 && !isStrict());
  }

  boolean holdsAtLeast(BigDecimal share) {
    return share.compareTo(value) >= 0;
  }

  /// Whether two shares lie no further apart than this many points.
  boolean holdsBetween(BigDecimal declared, BigDecimal measured) {
    return measured.subtract(declared).abs().compareTo(value) <= 0;
  }
}
