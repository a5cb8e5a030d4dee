package cn.zhenrong.oversight;

import cn.zhenrong.code.CheckSymbol;
import cn.zhenrong.code.Crockford;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The number a shopper follows a case by: ten random symbols, so that nobody finds another's, and
/// the check symbol of our serials, so that a slip is not somebody else's case.
///
/// @param text 11 symbols of Crockford's alphabet
public record CaseNumber(String text) {
  private static final int RANDOM = 10;
  private static final int LENGTH = RANDOM + 1;
  private static final int LONGEST_TYPED = 40;

  /// What the check symbol covers beside the ten: zeros in front, which add nothing.
  private static final int PADDING = 5;

  static CaseNumber random(RandomGenerator random) {
    byte[] symbols = new byte[LENGTH];
    for (int i = 0; i < RANDOM; i++) {
      symbols[i] = Crockford.symbol(random.nextInt(32));
    }
    symbols[RANDOM] = Crockford.symbol(check(symbols));
    return new CaseNumber(new String(symbols, StandardCharsets.US_ASCII));
  }

  /// Reads a number as people write it: any case and width, with or without blanks and hyphens, O
  /// for 0, I or L for 1. Empty for anything else.
  public static Optional<CaseNumber> read(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    String text =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    return isNumber(text) ? Optional.of(new CaseNumber(text)) : Optional.empty();
  }

  private static boolean isNumber(String text) {
    return text.length() == LENGTH
        && text.chars().allMatch(c -> Crockford.value(c) >= 0)
        && Crockford.value(text.charAt(RANDOM)) == check(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static int check(byte[] symbols) {
    byte[] covered = "0".repeat(PADDING + RANDOM).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(symbols, 0, covered, PADDING, RANDOM);
    return CheckSymbol.of(covered, 0);
  }

  /// As it is shown: `XXXX-XXXX-XXX`.
  public String human() {
    return text.substring(0, 4) + '-' + text.substring(4, 8) + '-' + text.substring(8);
  }
}
