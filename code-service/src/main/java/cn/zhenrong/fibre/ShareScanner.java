package cn.zhenrong.fibre;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the names and numbers of one part.
final class ShareScanner {
  private static final String SEPARATORS = ",、/+·・•。&|和与及";

  private final String text;
  private final List<SharePairs.Token> tokens = new ArrayList<>();
  private @Nullable String note;
  private boolean divided;
  private boolean colon;

  /// @param text the whole composition, in NFKC
  ShareScanner(String text) {
    this.text = text;
  }

  /// Reads one segment of the part.
  void scan(int from, int to) {
    divided = true;
    int end = takeNote(from, to);
    int at = from;
    while (at < end) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
      } else if (isDigit(c) || (c == '.' && at + 1 < end && isDigit(text.charAt(at + 1)))) {
        at = number(at, end);
      } else if (isNameStart(c)) {
        at = name(at, end);
      } else if (c == '(') {
        at = bracketed(at, end);
      } else if (c == ':') {
        colon = true;
        at++;
      } else if (c == '.' || SEPARATORS.indexOf(c) >= 0) {
        divided = true;
        at++;
      } else {
        throw SharePairs.refusal("character");
      }
    }
  }

  RawPart part(@Nullable String name) {
    if (hasNoteWithoutBrackets()) {
      note = tokens.removeLast().text();
    }
    return new RawPart(name, List.copyOf(SharePairs.of(tokens)), note);
  }

  private int number(int from, int to) {
    int at = from;
    while (at < to && isNumberSign(at, to)) {
      at++;
    }
    add(true, text.substring(from, at));
    int after = at;
    while (after < to && text.charAt(after) == ' ') {
      after++;
    }
    return after < to && text.charAt(after) == '%' ? after + 1 : at;
  }

  /// A digit, or a point with a digit after it.
  private boolean isNumberSign(int at, int to) {
    char c = text.charAt(at);
    return isDigit(c) || (c == '.' && at + 1 < to && isDigit(text.charAt(at + 1)));
  }

  private int name(int from, int to) {
    int end = from;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (isNameStart(c) || c == '(' || c == ')' || c == '\'' || c == '’' || c == '-') {
        end = at + 1;
      } else if (c != ' ') {
        break;
      }
    }
    add(false, text.substring(from, end));
    return end;
  }

  /// A fibre's name in brackets: another name of the fibre before it, as in 聚酰胺纤维40%（锦纶）, or the
  /// name itself, as in 40%（锦纶）.
  private int bracketed(int from, int to) {
    int close = text.indexOf(')', from);
    String name = close < 0 || close >= to ? "" : text.substring(from + 1, close).strip();
    if (!Fibres.isKnown(name)) {
      throw SharePairs.refusal("character");
    }
    int before = tokens.size() - 1;
    boolean isTwice =
        before >= 1
            && tokens.get(before).isNumber()
            && !tokens.getFirst().isNumber()
            && Fibres.areSame(name, FibreWords.name(tokens.get(before - 1).text()));
    if (!isTwice) {
      add(false, name);
    }
    return close + 1;
  }

  private void add(boolean isNumber, String words) {
    if (tokens.isEmpty() && FibreWords.isContains(words)) {
      return;
    }
    tokens.add(new SharePairs.Token(isNumber, words, divided, colon));
    divided = false;
    colon = false;
  }

  private boolean hasNoteWithoutBrackets() {
    return note == null
        && tokens.size() > 1
        && tokens.getLast().divided()
        && tokens.getLast().text().endsWith("除外");
  }

  /// Takes the words in brackets at the end of a segment as the part's note, unless they belong to
  /// a name, as in `angora (rabbit)`, or are one.
  ///
  /// @return where the fibres end
  private int takeNote(int from, int to) {
    int end = to;
    while (end > from && isFiller(text.charAt(end - 1))) {
      end--;
    }
    if (end == from || text.charAt(end - 1) != ')') {
      return end;
    }
    int bracket = text.lastIndexOf('(', end);
    if (bracket < from
        || isFibre(from, bracket, end)
        || Fibres.isKnown(text.substring(bracket + 1, end - 1).strip())) {
      return end;
    }
    if (note != null) {
      throw SharePairs.refusal("character");
    }
    note = text.substring(bracket + 1, end - 1);
    return bracket;
  }

  /// Whether the name before the bracket and the words in it are one fibre's name.
  private boolean isFibre(int from, int bracket, int end) {
    int start = bracket;
    while (start > from && (text.charAt(start - 1) == ' ' || isNameStart(text.charAt(start - 1)))) {
      start--;
    }
    return FibreWords.isFibre(text.substring(start, end));
  }

  private static boolean isFiller(char c) {
    return c == ' ' || c == '\t' || c == '.' || SEPARATORS.indexOf(c) >= 0;
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) && SEPARATORS.indexOf(c) < 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
