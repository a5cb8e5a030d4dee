package cn.zhenrong.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Measured numbers as they are written down: no more digits than the noise leaves.
final class Rounded {
  private Rounded() {}

  /// Three significant digits, and never fewer than all before the point.
  static BigDecimal of(double number) {
    BigDecimal exact = new BigDecimal(Double.toString(number));
    BigDecimal three = exact.round(new MathContext(3, RoundingMode.HALF_UP));
    BigDecimal whole = exact.setScale(0, RoundingMode.HALF_UP);
    BigDecimal better = exact.abs().compareTo(BigDecimal.valueOf(1000)) >= 0 ? whole : three;
    return new BigDecimal(better.toPlainString());
  }
}
