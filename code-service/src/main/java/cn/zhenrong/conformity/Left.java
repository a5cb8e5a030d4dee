package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.util.List;

/// What of a part counts once some fibres are left out of the total. Compares in whole-number form,
/// without division, so nothing is rounded.
///
/// @param base percent of the part that is left
record Left(BigDecimal base) {
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  static final Left ALL = new Left(HUNDRED);

  Left without(List<Share> shares) {
    return shares.isEmpty() ? this : new Left(base.subtract(PartCase.sum(shares)));
  }

  /// Whether a measured share of what is left keeps within a limit.
  boolean holdsAtMost(Limit limit, BigDecimal measured) {
    int sign = measured.multiply(HUNDRED).compareTo(limit.value().multiply(base));
    return sign < 0 || (sign == 0 && !limit.isStrict());
  }

  /// Whether a measured share of what is left lies no further from the declared one than this many
  /// points.
  boolean holdsBetween(Limit points, BigDecimal declared, BigDecimal measured) {
    return off(declared, measured).compareTo(points.value().multiply(base)) <= 0;
  }

  boolean isExact(BigDecimal declared, BigDecimal measured) {
    return off(declared, measured).signum() == 0;
  }

  private BigDecimal off(BigDecimal declared, BigDecimal measured) {
    return measured.multiply(HUNDRED).subtract(declared.multiply(base)).abs();
  }
}
