package cn.zhenrong.fibre;

import cn.zhenrong.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes a composition as people write it apart into parts, fibres and percentages; what they mean
/// is checked later.
///
/// Semicolons and line breaks divide the text into segments. A segment that begins with a name and
/// a colon begins a part; any other segment goes on with the part before it. Within a part the
/// order is either number, name, number, name … or name, number, name, number …, so that what
/// belongs together never depends on punctuation.
final class CompositionParser {
  static final int LONGEST = 1000;

  private final String text;
  private final List<RawPart> parts = new ArrayList<>();
  private @Nullable String name;
  private @Nullable ShareScanner scanner;

  private CompositionParser(String text) {
    this.text = text;
  }

  /// @throws Problem invalid-input `text.too-long` or `composition.syntax`
  static List<RawPart> parse(String text) {
    if (text.length() > LONGEST) {
      throw FibreTexts.invalid("text.too-long", "text.too-long", LONGEST);
    }
    return new CompositionParser(Folded.nfkc(text)).segments();
  }

  private List<RawPart> segments() {
    int depth = 0;
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == '\n' || c == '\r' || (c == ';' && depth <= 0)) {
        segment(from, at);
        from = at + 1;
        depth = 0;
      }
    }
    segment(from, text.length());
    endPart();
    return parts;
  }

  private void segment(int from, int to) {
    int colon = partColon(from, to);
    if (colon >= 0) {
      endPart();
      String words = text.substring(from, colon).strip();
      name = words;
      if (!PartNames.isName(words)) {
        throw SharePairs.refusal("parts");
      }
    }
    int start = colon < 0 ? from : colon + 1;
    if (name == null && isBlank(start, to)) {
      return;
    }
    if (scanner == null) {
      scanner = new ShareScanner(text);
    }
    scanner.scan(start, to);
  }

  /// Where the colon after a part's name stands, or -1. After a fibre's name a colon only divides.
  private int partColon(int from, int to) {
    int depth = 0;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ':' && depth <= 0) {
        return FibreWords.isFibre(text.substring(from, at)) ? -1 : at;
      }
    }
    return -1;
  }

  private boolean isBlank(int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) > ' ') {
        return false;
      }
    }
    return true;
  }

  private void endPart() {
    if (scanner != null) {
      parts.add(scanner.part(name));
    }
    name = null;
    scanner = null;
  }
}
