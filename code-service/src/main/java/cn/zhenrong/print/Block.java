package cn.zhenrong.print;

import java.util.ArrayList;
import java.util.List;

/// Paragraphs of one face and size, one below the other.
///
/// @param lines all lines of all paragraphs
/// @param size type size in points
record Block(List<String> lines, Face face, double size) {
  private static final double LEADING = 1.24;
  private static final double ASCENT = 0.93;

  static Block of(List<String> paragraphs, Face face, double size, double width, Fonts fonts) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      lines.addAll(LineBreaker.lines(paragraph, width, s -> fonts.width(face, s) * size));
    }
    return new Block(lines, face, size);
  }

  double height() {
    return lines.size() * LEADING * size;
  }

  List<PlacedText> at(double x, double y) {
    List<PlacedText> texts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      texts.add(new PlacedText(face, size, x, y + (i * LEADING + ASCENT) * size, lines.get(i)));
    }
    return texts;
  }
}
