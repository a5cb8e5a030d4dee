package cn.zhenrong.issue;

import cn.zhenrong.problem.Fields;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.Variant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the lines of an application: so many pieces of each variant.
final class Lines {
  /// The largest batch there is.
  static final long MOST_PIECES = 100_000_000;

  static final int MOST_LINES = 500;
  private static final int LONGEST_NAME = 60;

  private final Fields fields;
  private final Style style;

  private Lines(Fields fields, Style style) {
    this.fields = fields;
    this.style = style;
  }

  /// The lines in request order, numbered from 1; what is wrong is noted in `fields`.
  static List<Line> read(
      Fields fields, Style style, @Nullable List<NewBatch.@Nullable NewLine> input) {
    if (input == null || input.isEmpty() || input.size() > MOST_LINES) {
      fields.refuse("lines", "lines.count", IssueTexts.words("lines.count", MOST_LINES));
      return List.of();
    }
    Lines reader = new Lines(fields, style);
    List<Line> lines = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < input.size(); i++) {
      Line line = reader.line(i, input.get(i), before + 1);
      lines.add(line);
      before += line.codes();
    }
    if (before > MOST_PIECES) {
      fields.refuse("lines", "lines.total", IssueTexts.words("lines.total", MOST_PIECES));
    }
    return List.copyOf(lines);
  }

  private Line line(int i, NewBatch.@Nullable NewLine input, long firstSequence) {
    String path = "lines[" + i + "]";
    String colour = name(path + ".colour", input == null ? null : input.colour());
    String size = name(path + ".size", input == null ? null : input.size());
    long quantity =
        fields.number(path + ".quantity", input == null ? null : input.quantity(), 1, MOST_PIECES);
    // No more spares than garments: a report covers garments, and a spare replaces a label of one.
    long spares =
        input == null || input.spares() == null
            ? 0
            : fields.number(path + ".spares", input.spares(), 0, Math.max(0, quantity));
    Variant variant = variant(path, colour, size);
    return new Line(i + 1, colour, size, style.key(variant), quantity, spares, firstSequence);
  }

  /// A style without variants takes any colour and size, none included.
  private Variant variant(String path, String colour, String size) {
    for (Variant variant : style.variants()) {
      if (variant.colour().equals(colour) && variant.size().equals(size)) {
        return variant;
      }
    }
    if (!style.variants().isEmpty()) {
      boolean colourKnown = style.variants().stream().anyMatch(v -> v.colour().equals(colour));
      fields.refuse(
          path + (colourKnown ? ".size" : ".colour"),
          "variant.unknown",
          IssueTexts.words("variant.unknown"));
    }
    return new Variant(colour, size, null);
  }

  private String name(String field, @Nullable String value) {
    String text = fields.optionalText(field, value, LONGEST_NAME);
    return text == null ? "" : text;
  }
}
