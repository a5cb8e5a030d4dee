package cn.zhenrong.print;

import java.util.ArrayList;
import java.util.List;

/// Paragraphs of one face and size, one below the other.
///
/// @param lines all lines of all paragraphs
record Block(List<String> lines, Type type) {
  private static final double ASCENT = 0.93;
  private static final double NARROWER = 0.95;

  /// A type size up to this much smaller is worth a line less.
  private static final double MOST_SHRINK = 0.85;

  private static final double STEP = 0.02;

  /// The paragraphs broken to `width`, set somewhat smaller than `type` where that saves lines.
  ///
  /// @param smallest least type size
  static Block of(List<String> paragraphs, Type type, double smallest, double width, Fonts fonts) {
    Type best = type;
    int fewest = count(paragraphs, type, width, fonts);
    for (double part = 1 - STEP; part >= MOST_SHRINK && fewest > paragraphs.size(); part -= STEP) {
      Type smaller = new Type(type.face(), type.size() * part, type.leading());
      int lines = count(paragraphs, smaller, width, fonts);
      if (smaller.size() >= smallest && lines < fewest) {
        best = smaller;
        fewest = lines;
      }
    }
    return broken(paragraphs, best, width, fonts);
  }

  private static int count(List<String> paragraphs, Type type, double width, Fonts fonts) {
    return paragraphs.stream().mapToInt(p -> type.lines(p, width, fonts).size()).sum();
  }

  private static Block broken(List<String> paragraphs, Type type, double width, Fonts fonts) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      lines.addAll(balanced(paragraph, type, width, fonts));
    }
    return new Block(lines, type);
  }

  /// As few lines as `width` needs, about equally long, so that no last character stands alone.
  private static List<String> balanced(String text, Type type, double width, Fonts fonts) {
    List<String> lines = type.lines(text, width, fonts);
    for (double narrower = width * NARROWER; ; narrower *= NARROWER) {
      List<String> next = type.lines(text, narrower, fonts);
      boolean fits = next.stream().allMatch(line -> type.width(line, fonts) <= width);
      if (lines.size() == 1 || next.size() > lines.size() || !fits) {
        return lines;
      }
      lines = next;
    }
  }

  double height() {
    return lines.size() * type.leading() * type.size();
  }

  List<PlacedText> at(double x, double y) {
    List<PlacedText> texts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      double baseline = y + (i * type.leading() + ASCENT) * type.size();
      texts.add(new PlacedText(type.face(), type.size(), x, baseline, lines.get(i)));
    }
    return texts;
  }
}
