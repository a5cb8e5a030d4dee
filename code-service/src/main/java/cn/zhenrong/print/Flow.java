package cn.zhenrong.print;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Small labelled fields one after the other, as many on a line as fit: `款号 K2601 颜色 驼色`.
final class Flow {
  private static final double ASCENT = 0.92;
  private static final double DEPTH = 1.1;
  private static final double AFTER_LABEL = 0.5;
  private static final double BETWEEN = 1.5;
  private static final int MOST_LINES = 2;

  private final Fonts fonts;
  private final double width;
  private final double size;
  private final Type type;
  private final List<PlacedText> texts = new ArrayList<>();
  private final Map<TagField, Integer> lines = new EnumMap<>(TagField.class);
  private double end;
  private int line;

  /// @param width of the lines in points
  Flow(Fonts fonts, double width, Type type) {
    this.fonts = fonts;
    this.width = width;
    this.type = type;
    this.size = type.size();
  }

  /// Adds a field; one without a value is left out.
  void add(TagField field, String value) {
    if (value.isBlank()) {
      return;
    }
    double indent = width(field.label()) + AFTER_LABEL * size;
    double whole = indent + width(value);
    double start = end == 0 ? 0 : end + BETWEEN * size;
    if (start > 0 && start + whole > width) {
      start = 0;
      line++;
    }
    place(start, field.label());
    List<String> broken = type.lines(value, width - start - indent, fonts);
    for (int i = 0; i < broken.size(); i++) {
      line += i == 0 ? 0 : 1;
      place(start + indent, broken.get(i));
      end = start + indent + width(broken.get(i));
    }
    lines.put(field, broken.size());
  }

  private void place(double x, String text) {
    texts.add(new PlacedText(type.face(), size, x, (line * type.leading() + ASCENT) * size, text));
  }

  private double width(String text) {
    return type.width(text, fonts);
  }

  double height() {
    return texts.isEmpty() ? 0 : (line * type.leading() + DEPTH) * size;
  }

  /// Whether no field takes more lines than it should.
  boolean isBalanced() {
    return lines.values().stream().allMatch(n -> n <= MOST_LINES);
  }

  /// The field that takes the most lines, the first of several.
  TagField longest() {
    return lines.entrySet().stream()
        .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
        .orElseThrow()
        .getKey();
  }

  /// The texts with the upper left corner of the flow at `x`, `y`.
  List<PlacedText> at(double x, double y) {
    return texts.stream()
        .map(t -> new PlacedText(t.face(), t.size(), t.x() + x, t.baseline() + y, t.text()))
        .toList();
  }
}
