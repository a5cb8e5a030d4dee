package cn.zhenrong.code;

import cn.zhenrong.problem.Problem;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The query of a GS1 Digital Link: AIs that describe, beside parameters of everybody else's (URI
/// Syntax 1.7, §4.10 and §4.11). A parameter whose name is not all digits is nobody's business.
final class DataAttributes {
  private static final Set<String> QUALIFIERS = Set.of("22", "10", "21", "235");
  private static final String SECONDARY_SERIAL = "250";
  private static final String DIGITAL_SIGNATURE = "8030";

  private DataAttributes() {}

  /// @param qualifiers of the path
  /// @throws Problem malformed-request
  static void check(@Nullable String query, Map<String, String> qualifiers) {
    if (query == null) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (String pair : query.split("[&;]")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (isAllDigits(name)) {
        if (!seen.add(name)) {
          throw CodeTexts.malformed("link.twice");
        }
        checkOne(name, equals < 0 ? "" : pair.substring(equals + 1), qualifiers);
      }
    }
  }

  private static void checkOne(String ai, String raw, Map<String, String> qualifiers) {
    boolean beside = qualifiers.containsKey("235") && !ai.equals("235");
    if (QUALIFIERS.contains(ai) && !beside) {
      throw CodeTexts.malformed("link.key-in-query");
    }
    AiFormat format =
        AiFormat.of(ai).orElseThrow(() -> CodeTexts.malformed("link.attribute-unknown"));
    // A plus sign of a query is a space, and no element string has one.
    if (raw.indexOf('+') >= 0 || !format.fits(PercentText.decoded(raw))) {
      throw CodeTexts.malformed("link.attribute-value");
    }
    boolean needsSerial = ai.equals(SECONDARY_SERIAL) || ai.equals(DIGITAL_SIGNATURE);
    if (needsSerial && !qualifiers.containsKey("21")) {
      throw CodeTexts.malformed("link.needs-serial");
    }
  }

  private static boolean isAllDigits(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
