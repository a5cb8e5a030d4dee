package cn.zhenrong.code;

import cn.zhenrong.problem.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A GS1 Digital Link URI with key 01, read from the path and query of a request (GS1 Digital Link:
/// URI Syntax 1.7, §4.3 to §4.10). It is well-formed; whether anybody ever issued it is another
/// question.
///
/// @param gtin the primary key, always 14 digits
/// @param qualifiers decoded values by AI in the order of the path: `22`, `10`, `21`, or `235`
///   alone
public record DigitalLink(Gtin gtin, Map<String, String> qualifiers) {
  private static final List<String> ORDER = List.of("22", "10", "21");
  private static final String THIRD_PARTY = "235";
  private static final Map<String, Pattern> FORMATS =
      Map.of(
          "22",
          Cset.X.upTo(20),
          "10",
          Cset.X.upTo(20),
          "21",
          Cset.X.upTo(20),
          THIRD_PARTY,
          Cset.X.upTo(28));

  public DigitalLink {
    qualifiers = Collections.unmodifiableMap(new LinkedHashMap<>(qualifiers));
  }

  /// Reads a request. One slash at the end is tolerated (GS1-Conformant Resolver 1.2.1, 2.13).
  ///
  /// @param path as it was sent, percent-encoded, such as `/01/09521234543213/21/7K3M9XQ2V5TAB8R8`;
  ///   the key stands first
  /// @param query as it was sent, without the question mark; null if there was none
  /// @throws Problem malformed-request with the broken rule in `rule`
  public static DigitalLink read(String path, @Nullable String query) {
    List<String> segments = PercentText.segments(path);
    if (segments.size() % 2 != 0 || segments.isEmpty() || !segments.getFirst().equals("01")) {
      throw CodeTexts.malformed("link.segments");
    }
    Gtin gtin = gtin(segments.get(1));
    Map<String, String> qualifiers = new LinkedHashMap<>();
    for (int i = 2; i < segments.size(); i += 2) {
      qualify(qualifiers, segments.get(i), segments.get(i + 1));
    }
    DataAttributes.check(query, qualifiers);
    return new DigitalLink(gtin, qualifiers);
  }

  /// The value of AI 21; null for a product, a variant or a lot.
  public @Nullable String serial() {
    return qualifiers.get("21");
  }

  /// The path it is read from, with nothing escaped that need not be (URI Syntax 1.7, 4.5).
  public String path() {
    StringBuilder path = new StringBuilder("/01/").append(gtin);
    qualifiers.forEach(
        (ai, value) -> path.append('/').append(ai).append('/').append(PercentText.encoded(value)));
    return path.toString();
  }

  private static Gtin gtin(String text) {
    try {
      return new Gtin(text);
    } catch (Problem problem) {
      throw CodeTexts.malformed("link." + problem.fields().getFirst().code());
    }
  }

  private static void qualify(Map<String, String> qualifiers, String ai, String value) {
    Pattern format = FORMATS.get(ai);
    if (format == null) {
      throw CodeTexts.malformed("link.qualifier");
    }
    if (qualifiers.containsKey(ai)) {
      throw CodeTexts.malformed("link.twice");
    }
    if (!follows(qualifiers, ai)) {
      throw CodeTexts.malformed("link.order");
    }
    if (!format.matcher(value).matches()) {
      throw CodeTexts.malformed("link.value");
    }
    qualifiers.put(ai, value);
  }

  private static boolean follows(Map<String, String> before, String ai) {
    if (ai.equals(THIRD_PARTY)) {
      return before.isEmpty();
    }
    return !before.containsKey(THIRD_PARTY)
        && before.keySet().stream().allMatch(b -> ORDER.indexOf(b) < ORDER.indexOf(ai));
  }
}
