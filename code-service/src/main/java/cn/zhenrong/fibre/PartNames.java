package cn.zhenrong.fibre;

import java.util.Locale;
import java.util.Set;

/// What the parts of a garment, and the notes beside them, may be called so that a composition
/// written as one line can be read again.
final class PartNames {
  /// The main part, and the name of a part that was given none.
  static final String MAIN = "大身";

  static final int LONGEST = 40;
  static final int LONGEST_NOTE = 100;

  /// Words that stand before a composition without naming a part.
  private static final Set<String> HEADINGS =
      Set.of(
          "成份",
          "成分",
          "纤维成份",
          "纤维成分",
          "成份含量",
          "成分含量",
          "成份及含量",
          "成分及含量",
          "纤维含量",
          "纤维成份及含量",
          "纤维成分及含量",
          "面料成份",
          "面料成分",
          "材质",
          "composition",
          "fibre composition",
          "fiber composition",
          "fibre content",
          "fiber content",
          "material",
          "materials");

  private PartNames() {}

  static boolean isHeading(String name) {
    return name.length() <= LONGEST
        && HEADINGS.contains(Folded.nfkc(name).strip().toLowerCase(Locale.ROOT));
  }

  /// Whether a folded and trimmed text can be a part's name: it has a letter, none of the signs
  /// that end a name, and neither is nor holds with a number what would read as a share.
  static boolean isName(String text) {
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':' || c == ';' || c == '%') {
        return false;
      }
      letter |= Character.isLetter(c);
      digit |= Character.isDigit(c);
    }
    return letter && isBalanced(text) && Fibres.find(text) == null && !(digit && namesAFibre(text));
  }

  /// Whether a folded and trimmed text can be a note: nothing in it reads as a share, so that no
  /// fibre is hidden in it.
  static boolean isNote(String text) {
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == ')' || c == '%') {
        return false;
      }
      digit |= Character.isDigit(c);
    }
    return !Fibres.isKnown(text) && !(digit && namesAFibre(text));
  }

  /// Whether any run of letters is a fibre's name, as in 山羊绒95 罗纹.
  private static boolean namesAFibre(String text) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetter(text.charAt(i))) {
        if (i > start && Fibres.find(text.substring(start, i)) != null) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static boolean isBalanced(String text) {
    int open = 0;
    for (int i = 0; i < text.length() && open >= 0; i++) {
      char c = text.charAt(i);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return open == 0;
  }
}
