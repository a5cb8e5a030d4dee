package cn.zhenrong.fibre;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Percentages as text.
public final class Percents {
  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// Longest text that is looked at: `100.0000`.
  private static final int LONGEST = 8;

  private static final BigDecimal[] WHOLE = new BigDecimal[101];

  static {
    for (int i = 0; i < WHOLE.length; i++) {
      WHOLE[i] = BigDecimal.valueOf(i);
    }
  }

  private Percents() {}

  /// Plain digits without trailing zeros and without an exponent: `100`, `69.5`, `0`.
  public static String plain(BigDecimal percent) {
    return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
  }

  /// Reads digits with or without a decimal point and digits after it; null if it is anything else.
  /// The scale is the least that holds the value and not below zero, so equal values are equal
  /// objects to `equals`.
  static @Nullable BigDecimal read(String text) {
    if (text.length() > LONGEST || !isPlain(text)) {
      return null;
    }
    if (text.length() <= 3 && text.indexOf('.') < 0) {
      int whole = Integer.parseInt(text);
      return whole <= 100 ? WHOLE[whole] : BigDecimal.valueOf(whole);
    }
    BigDecimal percent = new BigDecimal(text).stripTrailingZeros();
    return percent.scale() < 0 ? percent.setScale(0) : percent;
  }

  private static boolean isPlain(String text) {
    int point = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return !text.isEmpty() && point != 0 && point != text.length() - 1;
  }
}
