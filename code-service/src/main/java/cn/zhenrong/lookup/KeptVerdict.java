package cn.zhenrong.lookup;

import cn.zhenrong.evidence.Decision;
import cn.zhenrong.page.Composition.Band;
import cn.zhenrong.page.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The decision as it was kept with the batch, read for the page. Nothing is judged again: a later
/// edition of the rules does not change what was decided.
final class KeptVerdict {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /// The rules that say how much may go undeclared in all.
  private static final List<String> UNDECLARED = List.of("T1", "T6");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  private final List<?> parts;
  private final List<?> cashmere;

  KeptVerdict(Decision decision) {
    this.parts = list(decision, "parts");
    this.cashmere = list(decision, "cashmere");
  }

  private static List<?> list(Decision decision, String member) {
    return decision.json().get(member) instanceof List<?> list ? list : List.of();
  }

  /// `PASS`, `REVIEW`, `INCONCLUSIVE` or `FAIL`; empty if the part was not judged.
  Optional<String> part(String name) {
    return found(name).map(part -> text(part, "verdict"));
  }

  /// What the report says of the cashmere in a part, a statement apart from whether the label
  /// conforms; null if the part declares none.
  @Nullable Wording cashmere(String part) {
    for (Object one : cashmere) {
      if (one instanceof Map<?, ?> content
          && part.equals(text(content, "part"))
          && content.get("words") instanceof Map<?, ?> words) {
        return new Wording(text(words, "zh"), text(words, "en"));
      }
    }
    return null;
  }

  /// What the standard allows the report to say of one declared fibre; null where the kept findings
  /// tell no such bounds.
  @Nullable Band band(String part, String fibre, BigDecimal declared) {
    Map<?, ?> found = found(part).orElse(null);
    return found != null && found.get("findings") instanceof List<?> findings
        ? band(findings, fibre, declared)
        : null;
  }

  /// How much of a fibre that is not on the label the standard lets pass, with its sign; null where
  /// the kept findings do not tell.
  @Nullable String undeclared(String part, String fibre) {
    Map<?, ?> found = found(part).orElse(null);
    if (found == null || !(found.get("findings") instanceof List<?> findings)) {
      return null;
    }
    for (Object one : findings) {
      if (one instanceof Map<?, ?> finding
          && List.of(text(finding, "fibre").split("、")).contains(fibre)
          && text(finding, "allowed").matches("[≤<].*")) {
        return text(finding, "allowed");
      }
    }
    return null;
  }

  private static @Nullable Band band(List<?> findings, String fibre, BigDecimal declared) {
    Band own = ownBand(findings, fibre, declared);
    return own == null && declared.compareTo(ALL) == 0 ? besideTrace(findings, fibre) : own;
  }

  /// What is left of 100 % for a fibre declared alone beside as much as may go undeclared. Only
  /// where nothing else was found: the rest is then all there is to judge it by.
  private static @Nullable Band besideTrace(List<?> findings, String fibre) {
    String allowed = null;
    for (Object one : findings) {
      if (one instanceof Map<?, ?> finding
          && !List.of("", fibre).contains(text(finding, "fibre"))) {
        if (allowed != null) {
          return null;
        }
        allowed = UNDECLARED.contains(text(finding, "rule")) ? text(finding, "allowed") : "";
      }
    }
    BigDecimal most = allowed == null ? null : bound(allowed, "≤");
    return most == null ? null : band(ALL.subtract(most), ALL);
  }

  private static @Nullable Band ownBand(List<?> findings, String fibre, BigDecimal declared) {
    for (Object one : findings) {
      if (one instanceof Map<?, ?> finding && fibre.equals(text(finding, "fibre"))) {
        String allowed = text(finding, "allowed");
        BigDecimal points = bound(allowed, "±");
        if (points != null) {
          return band(declared.subtract(points), declared.add(points));
        }
        BigDecimal least = bound(allowed, "≥");
        if (least != null) {
          return band(least, ALL);
        }
      }
    }
    return null;
  }

  /// The number behind a sign; null if it is another sign, or more than one bound (`≤2 / ≤5`).
  private static @Nullable BigDecimal bound(String allowed, String sign) {
    String number = allowed.startsWith(sign) ? allowed.substring(sign.length()) : "";
    return NUMBER.matcher(number).matches() ? new BigDecimal(number) : null;
  }

  private static Band band(BigDecimal low, BigDecimal high) {
    return new Band(plain(low.max(BigDecimal.ZERO)), plain(high.min(ALL)));
  }

  private static String plain(BigDecimal percent) {
    return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
  }

  private Optional<Map<?, ?>> found(String name) {
    for (Object one : parts) {
      if (one instanceof Map<?, ?> part && name.equals(text(part, "part"))) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  private static String text(Map<?, ?> map, String key) {
    return map.get(key) instanceof String text ? text : "";
  }
}
