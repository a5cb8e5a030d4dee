package cn.zhenrong.print;

import cn.zhenrong.print.TagLayout.Rule;
import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Texts set one below the other on a sheet, long ones broken into lines. Points.
///
/// The whole is set once at full size and, where it ends too low, again in smaller type; what does
/// not fit in the smallest is refused by the name of the field that takes most room.
final class Column {
  private static final double STEP = 0.06;
  private static final double SMALLEST_SCALE = 0.4;
  private static final double LEADING = 1.32;
  private static final double LABEL = 5;

  private final Fonts fonts;
  private final Measure measure;
  private final double scale;
  private final List<PlacedText> texts = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Map<TagField, Double> heights = new EnumMap<>(TagField.class);
  private final List<FieldProblem> unprintable = new ArrayList<>();
  private double y;

  /// Where a column stands.
  ///
  /// @param least smallest type size
  record Measure(double left, double top, double width, double bottom, double least) {}

  /// What sets the texts.
  interface Setting {
    void on(Column column);
  }

  private Column(Fonts fonts, Measure measure, double scale) {
    this.fonts = fonts;
    this.measure = measure;
    this.scale = scale;
    this.y = measure.top();
  }

  /// The column in the largest type that fits.
  ///
  /// @throws Problem invalid-input if it does not fit or a character cannot be printed
  static Column of(Fonts fonts, Measure measure, Setting setting) {
    for (double scale = 1; ; scale -= STEP) {
      Column column = new Column(fonts, measure, scale);
      setting.on(column);
      if (!column.unprintable.isEmpty()) {
        throw Problem.invalid(column.unprintable);
      }
      if (column.y <= measure.bottom()) {
        return column;
      }
      if (scale < SMALLEST_SCALE) {
        throw column.tallest().tooLong();
      }
    }
  }

  private TagField tallest() {
    return heights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /// Words of ours above what follows.
  void heading(String text, double size) {
    add(List.of(text), new Type(Face.TEXT, sized(size), LEADING), measure.left(), measure.width());
  }

  void title(String text, double size) {
    Type type = new Type(Face.STRONG, sized(size), LEADING);
    add(List.of(text), type, measure.left(), measure.width());
  }

  /// Paragraphs of a field's text.
  void paragraphs(TagField field, Face face, double size, List<String> paragraphs) {
    double before = y;
    check(field, face, String.join("", paragraphs));
    add(paragraphs, new Type(face, sized(size), LEADING), measure.left(), measure.width());
    heights.merge(field, y - before, Double::sum);
  }

  /// A field with its name before it; one without a value is left out.
  void field(TagField field, double size, String value) {
    if (value.isBlank()) {
      return;
    }
    double before = y;
    check(field, Face.TEXT, value);
    Type type = new Type(Face.TEXT, sized(size), LEADING);
    double indent = LABEL * type.size();
    Block label = Block.of(List.of(field.label()), type, type.size(), indent, fonts);
    texts.addAll(label.at(measure.left(), y));
    add(List.of(value), type, measure.left() + indent, measure.width() - indent);
    heights.merge(field, y - before, Double::sum);
  }

  /// Two columns side by side, each as high as it needs.
  void beside(double between, Setting first, Setting second) {
    double width = (measure.width() - between) / 2;
    double top = y;
    double end = top;
    for (Setting setting : List.of(first, second)) {
      double left = measure.left() + (setting == second ? width + between : 0);
      Measure half = new Measure(left, top, width, measure.bottom(), measure.least());
      Column column = new Column(fonts, half, scale);
      setting.on(column);
      texts.addAll(column.texts);
      unprintable.addAll(column.unprintable);
      heights.putAll(column.heights);
      end = Math.max(end, column.y);
    }
    y = end;
  }

  void gap(double height) {
    y += height * scale;
  }

  /// A line across, with room around it.
  void rule() {
    gap(4);
    rules.add(new Rule(measure.left(), y, measure.width()));
    gap(4);
  }

  private void check(TagField field, Face face, String text) {
    if (!fonts.canPrint(face, text)) {
      unprintable.addAll(field.unprintable().fields());
    }
  }

  private void add(List<String> paragraphs, Type type, double left, double width) {
    // Lines as full as they get: evened out, a line would break within the name of a fibre.
    List<String> lines =
        paragraphs.stream().flatMap(text -> type.lines(text, width, fonts).stream()).toList();
    Block block = new Block(lines, type);
    texts.addAll(block.at(left, y));
    y += block.height();
  }

  private double sized(double size) {
    return Math.max(measure.least(), size * scale);
  }

  List<PlacedText> texts() {
    return texts;
  }

  List<Rule> rules() {
    return rules;
  }

  /// Where the next text would begin.
  double end() {
    return y;
  }
}
