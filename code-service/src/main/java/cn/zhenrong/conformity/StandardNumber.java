package cn.zhenrong.conformity;

import java.text.Normalizer;
import java.util.Locale;

/// Finds the number of a standard in a text people wrote, whatever the edition: `GB/T 16988` stands
/// in `按GB/T16988—2013检验`.
final class StandardNumber {
  private StandardNumber() {}

  /// The number without spaces, slashes and hyphens, as the other methods want it.
  static String plain(String number) {
    StringBuilder plain = new StringBuilder();
    for (char c : number.toCharArray()) {
      if (!isFiller(c)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /// The text in one width and case.
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
  }

  /// @param text folded
  /// @param number plain
  static boolean standsIn(String text, String number) {
    for (int at = 0; at < text.length(); at++) {
      if ((at == 0 || !isAlphanumeric(text.charAt(at - 1))) && startsAt(text, at, number)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the number stands at `at`, with any fillers between its symbols, and ends there: GB/T
  /// 2910 does not stand in GB/T 29100.
  private static boolean startsAt(String text, int at, String number) {
    int i = at;
    for (int n = 0; n < number.length(); n++) {
      while (n > 0 && i < text.length() && isFiller(text.charAt(i))) {
        i++;
      }
      if (i == text.length() || text.charAt(i) != number.charAt(n)) {
        return false;
      }
      i++;
    }
    return i == text.length() || !isAlphanumeric(text.charAt(i));
  }

  private static boolean isFiller(char c) {
    return c == '/' || c == '-' || c == '‐' || c == '–' || c == '—' || Character.isWhitespace(c);
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }
}
