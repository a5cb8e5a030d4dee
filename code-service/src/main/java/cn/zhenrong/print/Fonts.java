package cn.zhenrong.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The fonts of one document: measures text and splits it by font.
final class Fonts {
  private final Map<Face, EmbeddedFont> latin = new EnumMap<>(Face.class);
  private final EmbeddedFont chinese;

  /// Composing tries many sizes; reading the font's tables each time took most of the time.
  private final Map<Face, Map<Integer, Double>> widths = new EnumMap<>(Face.class);

  /// Letters of one font side by side.
  record Run(EmbeddedFont font, boolean chinese, String text) {}

  Fonts(PDDocument document) throws IOException {
    chinese = EmbeddedFont.in(document, Face.CHINESE);
    for (Face face : Face.values()) {
      latin.put(face, EmbeddedFont.in(document, face.latin()));
    }
  }

  /// Whether every character of `text` can be printed.
  boolean canPrint(Face face, String text) {
    return text.codePoints().allMatch(c -> fontOf(face, c).has(c));
  }

  /// Width of one line in em, that is for a type size of 1.
  double width(Face face, String text) {
    Map<Integer, Double> known = widths.computeIfAbsent(face, f -> new HashMap<>());
    double width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += known.computeIfAbsent(text.codePointAt(i), c -> width(face, c));
    }
    return width;
  }

  private double width(Face face, int codePoint) {
    try {
      return fontOf(face, codePoint).width(codePoint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `text` as pieces of one font each.
  List<Run> runs(Face face, String text) {
    List<Run> runs = new ArrayList<>();
    for (int c : text.codePoints().toArray()) {
      EmbeddedFont font = fontOf(face, c);
      String letter = Character.toString(c);
      if (!runs.isEmpty() && runs.getLast().font() == font) {
        runs.add(new Run(font, font == chinese, runs.removeLast().text() + letter));
      } else {
        runs.add(new Run(font, font == chinese, letter));
      }
    }
    return runs;
  }

  private EmbeddedFont fontOf(Face face, int codePoint) {
    EmbeddedFont first = latin.getOrDefault(face, chinese);
    return first.has(codePoint) ? first : chinese;
  }
}
