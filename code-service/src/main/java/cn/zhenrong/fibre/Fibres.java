package cn.zhenrong.fibre;

import cn.zhenrong.problem.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The vocabulary of fibres.
public final class Fibres {
  /// Longest name that is looked at; the longest known one is far shorter.
  static final int LONGEST_NAME = 40;

  private static final Vocabulary VOCABULARY = Vocabulary.read();

  private Fibres() {}

  /// The fibre a label may name so: by standard name, synonym, English name or code, whatever the
  /// case or width.
  ///
  /// @throws cn.zhenrong.problem.Problem invalid-input with code `fibre.trade-name` (offers the
  ///   standard name), `fibre.report-only` or `fibre.unknown`
  public static Fibre onLabel(String name) {
    Fibre fibre = onReport(name);
    if (fibre.kind() == FibreKind.WOOL_LIKE) {
      throw FibreTexts.invalid("fibre.report-only", "fibre.report-only");
    }
    return fibre;
  }

  /// The fibre a report may name so; also knows 疑似羊毛.
  ///
  /// @throws cn.zhenrong.problem.Problem invalid-input as for labels
  public static Fibre onReport(String name) {
    Fibre fibre = find(name);
    if (fibre == null) {
      throw refusal(name);
    }
    return fibre;
  }

  /// Every fibre there is, in the order of the vocabulary; 疑似羊毛 is among them.
  public static List<Fibre> all() {
    return VOCABULARY.fibres();
  }

  /// The fibre of that name, 疑似羊毛 included, or null.
  static @Nullable Fibre find(String name) {
    Fibre fibre = VOCABULARY.fibre(name);
    if (fibre != null || name.length() > LONGEST_NAME) {
      return fibre;
    }
    String key = key(name);
    Fibre folded = VOCABULARY.fibre(key);
    return folded == null && key.endsWith(")") ? twiceNamed(key) : folded;
  }

  static boolean areSame(String one, String other) {
    Fibre fibre = find(one);
    return fibre != null && fibre == find(other);
  }

  /// Whether the text is a fibre's name, one a label may not use included.
  static boolean isKnown(String name) {
    return find(name) != null
        || (name.length() <= LONGEST_NAME && VOCABULARY.refused(key(name)) != null);
  }

  /// A name with another name of the same fibre in brackets, as in 聚酰胺纤维（锦纶）.
  private static @Nullable Fibre twiceNamed(String key) {
    int bracket = key.indexOf('(');
    if (bracket <= 0) {
      return null;
    }
    Fibre fibre = VOCABULARY.fibre(outside(key, bracket));
    return fibre != null && fibre == VOCABULARY.fibre(inside(key, bracket)) ? fibre : null;
  }

  private static String outside(String key, int bracket) {
    return key.substring(0, bracket).strip();
  }

  private static String inside(String key, int bracket) {
    return key.substring(bracket + 1, key.length() - 1).strip();
  }

  private static Problem refusal(String name) {
    if (name.length() > LONGEST_NAME) {
      return FibreTexts.invalid("fibre.unknown", "fibre.unknown");
    }
    String key = key(name);
    Vocabulary.Refused refused = VOCABULARY.refused(key);
    if (refused != null) {
      return tradeName(refused);
    }
    if (key.endsWith(")") && key.indexOf('(') > 0) {
      return twoNames(key, key.indexOf('('));
    }
    Fibre close = NearestName.of(key, VOCABULARY.names());
    return close == null
        ? FibreTexts.invalid("fibre.unknown", "fibre.unknown")
        : FibreTexts.invalid("fibre.unknown", "fibre.unknown.close", close.name(), close.english());
  }

  /// Why a name with another in brackets is none: either is refused or unknown, or they are two
  /// fibres.
  private static Problem twoNames(String key, int bracket) {
    for (String name : List.of(outside(key, bracket), inside(key, bracket))) {
      if (VOCABULARY.fibre(name) == null) {
        return refusal(name);
      }
    }
    return FibreTexts.invalid("fibre.two-names", "fibre.two-names");
  }

  private static Problem tradeName(Vocabulary.Refused refused) {
    Fibre fibre = refused.fibre();
    return refused.remark() == null
        ? FibreTexts.invalid("fibre.trade-name", "fibre.trade-name", fibre.name(), fibre.english())
        : FibreTexts.invalid("fibre.trade-name", "fibre.trade-name." + refused.remark());
  }

  private static String key(String name) {
    return Folded.nfkc(name).strip().toLowerCase(Locale.ROOT);
  }
}
