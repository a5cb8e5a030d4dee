package cn.zhenrong.code;

import java.text.Normalizer;
import java.util.Locale;

/// Brings a serial that a person typed into its one written form (code-format §1).
final class TypedSerial {
  /// Longer input is not looked at: no way of writing 16 symbols needs it.
  static final int LONGEST = 64;

  private static final int SOFT_HYPHEN = 0x00AD;
  private static final int MINUS_SIGN = 0x2212;

  private TypedSerial() {}

  /// NFKC, upper case, separators dropped, look-alikes replaced. Signs that have no place in a
  /// serial, U among them, stay and are refused by the caller.
  static String canonical(String typed) {
    String wide = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder symbols = new StringBuilder(Serial.LENGTH);
    wide.codePoints().filter(c -> !isSeparator(c)).forEach(c -> symbols.appendCodePoint(alike(c)));
    return symbols.toString();
  }

  private static int alike(int c) {
    return switch (c) {
      case 'O' -> '0';
      case 'I', 'L' -> '1';
      default -> c;
    };
  }

  private static boolean isSeparator(int c) {
    return Character.isSpaceChar(c)
        || (c >= '\t' && c <= '\r')
        || Character.getType(c) == Character.DASH_PUNCTUATION
        || c == SOFT_HYPHEN
        || c == MINUS_SIGN;
  }
}
