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
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one report is recognised by when it turns up again.
///
/// @param numberKey number in letters and digits only, upper case
/// @param labKey laboratory likewise
/// @param results digest over what was measured; null where that is all of one fibre, which many
///   honest reports say
record Marks(String numberKey, String labKey, @Nullable String results) {
  private static final int LONGEST_KEY = 200;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static Marks of(String number, String lab, Measured measured) {
    return new Marks(key(number), key(lab), results(measured));
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

  private static @Nullable String results(Measured measured) {
    if (measured.parts().stream().allMatch(Marks::isAllOfOneFibre)) {
      return null;
    }
    boolean single = measured.parts().size() == 1;
    String text =
        measured.parts().stream()
            .map(part -> (single ? "" : part.name()) + "=" + shares(part))
            .sorted()
            .collect(Collectors.joining("\n"));
    return sha256(text);
  }

  private static boolean isAllOfOneFibre(Part part) {
    return part.shares().stream()
        .allMatch(
            share -> share.percent().signum() == 0 || share.percent().compareTo(HUNDRED) == 0);
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
