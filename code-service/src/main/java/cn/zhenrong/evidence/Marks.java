package cn.zhenrong.evidence;

import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.IntSummaryStatistics;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one report is recognised by when it turns up again.
///
/// @param numberKey number in letters and digits only, upper case
/// @param labKey laboratory likewise
/// @param results digest over what was measured; null where that is too little to know a report by:
///   100, or two fibres to one decimal, such as 94.6 and 5.4, are what many honest reports say
/// @param telling whether the results alone tell a report from all others. Otherwise, such as 94.63
///   and 5.37, they count within one laboratory and season only (decision 0060)
record Marks(String numberKey, String labKey, @Nullable String results, boolean telling) {
  private static final int LONGEST_KEY = 200;
  private static final int FEWEST_FIGURES = 5;
  private static final int DECIMALS = 2;

  static Marks of(String number, String lab, Measured measured) {
    int figures = measured.parts().stream().mapToInt(Marks::freeFigures).sum();
    boolean telling = figures >= FEWEST_FIGURES;
    boolean counts = telling || measured.parts().stream().anyMatch(Marks::isFine);
    return new Marks(key(number), key(lab), counts ? results(measured) : null, telling);
  }

  /// A text without case, width, spaces and signs (NFKC); empty if nothing else is in it.
  static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(LONGEST_KEY)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String results(Measured measured) {
    boolean single = measured.parts().size() == 1;
    String text =
        measured.parts().stream()
            .map(part -> (single ? "" : part.name()) + "=" + shares(part))
            .sorted()
            .collect(Collectors.joining("\n"));
    return sha256(text);
  }

  /// Whether a part has several fibres and was measured to the second decimal.
  private static boolean isFine(Part part) {
    return part.shares().stream()
        .anyMatch(share -> share.percent().stripTrailingZeros().scale() == DECIMALS);
  }

  /// How many figures of a part could have been others: the largest share follows from the rest.
  private static int freeFigures(Part part) {
    IntSummaryStatistics figures =
        part.shares().stream()
            .map(share -> share.percent().stripTrailingZeros())
            .filter(percent -> percent.signum() != 0)
            .mapToInt(BigDecimal::precision)
            .summaryStatistics();
    return figures.getCount() == 0 ? 0 : (int) figures.getSum() - figures.getMax();
  }

  /// Independent of the order of lines and of trailing zeros.
  private static String shares(Part part) {
    return part.shares().stream()
        .filter(share -> share.percent().signum() != 0)
        .map(Marks::share)
        .sorted()
        .collect(Collectors.joining(";"));
  }

  private static String share(Share share) {
    return share.fibre().name() + " " + share.percent().stripTrailingZeros().toPlainString();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
