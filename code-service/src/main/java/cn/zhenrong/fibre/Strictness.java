package cn.zhenrong.fibre;

import java.math.BigDecimal;

/// What is asked of percentages and names, by where they stand.
enum Strictness {
  /// A label: exactly 100, no zero share, one decimal, only names a label may use.
  LABEL(1, 1, new BigDecimal("100"), new BigDecimal("100")),
  /// A laboratory report: rounding shows in the sum, a fibre may be found at zero, two decimals.
  REPORT(2, 0, new BigDecimal("99.8"), new BigDecimal("100.2"));

  private final int decimals;
  private final int leastSign;
  private final BigDecimal leastSum;
  private final BigDecimal mostSum;

  Strictness(int decimals, int leastSign, BigDecimal leastSum, BigDecimal mostSum) {
    this.decimals = decimals;
    this.leastSign = leastSign;
    this.leastSum = leastSum;
    this.mostSum = mostSum;
  }

  Fibre fibre(String name) {
    return this == LABEL ? Fibres.onLabel(name) : Fibres.onReport(name);
  }

  boolean isInRange(BigDecimal percent) {
    return percent.signum() >= leastSign && percent.compareTo(Percents.HUNDRED) <= 0;
  }

  boolean hasFewDecimals(BigDecimal percent) {
    return percent.scale() <= decimals;
  }

  boolean isWhole(BigDecimal sum) {
    return sum.compareTo(leastSum) >= 0 && sum.compareTo(mostSum) <= 0;
  }

  /// The key of the words for a rule that both have, each in its own way.
  String key(String code) {
    return this == LABEL ? code : code + ".measured";
  }
}
