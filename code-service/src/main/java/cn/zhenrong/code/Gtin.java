package cn.zhenrong.code;

import cn.zhenrong.problem.Problem;
import java.util.Optional;

/// A global trade item number in its 14-digit form, with a right check digit (GS1 General
/// Specifications, AI 01).
///
/// Whether the number may stand on a garment is a second question: [#forIssue].
///
/// @param digits 14 digits
public record Gtin(String digits) {
  /// How many digits a GTIN has here; shorter forms are written with leading zeros.
  public static final int LENGTH = 14;

  /// @throws Problem `gtin.syntax` or `gtin.check-digit`
  public Gtin {
    if (!isFourteenDigits(digits)) {
      throw CodeTexts.invalid("gtin", "gtin.syntax");
    }
    if (!hasCheckDigit(digits)) {
      throw CodeTexts.invalid("gtin", "gtin.check-digit");
    }
  }

  /// Reads the GTIN of a request path. Empty means bad syntax, a wrong check digit included; a GTIN
  /// that is read may still be unknown.
  public static Optional<Gtin> read(String text) {
    return isFourteenDigits(text) && hasCheckDigit(text)
        ? Optional.of(new Gtin(text))
        : Optional.empty();
  }

  /// Reads a GTIN under which codes are to be issued: one consumer item, with a prefix that is
  /// unique in the world (code-format §2).
  ///
  /// @param demo whether the demonstration prefixes 950 and 952 are welcome
  /// @throws Problem `gtin.syntax`, `gtin.check-digit` or `gtin.prefix`
  public static Gtin forIssue(String text, boolean demo) {
    Gtin gtin = new Gtin(text);
    GtinPrefix.refused(gtin, demo)
        .ifPresent(words -> {
          throw CodeTexts.invalidAs("gtin", "gtin.prefix", words);
        });
    return gtin;
  }

  /// Whether the last of these digits is the check digit of those before it (GS1 General
  /// Specifications, 7.9), however many they are.
  static boolean hasCheckDigit(String digits) {
    int sum = 0;
    for (int i = 1; i <= digits.length(); i++) {
      sum += (digits.charAt(digits.length() - i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return sum % 10 == 0;
  }

  @Override
  public String toString() {
    return digits;
  }

  private static boolean isFourteenDigits(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
