package cn.zhenrong.print;

import cn.zhenrong.print.TagLayout.Rule;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.product.Variant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Colours down, sizes across, room for a number where the style has the variant and a dash where
/// it has not. Sizes beyond the width go on below, rows beyond the page on the next one. Points.
final class QuantityGrid {
  private static final Texts TEXTS = Texts.beside(QuantityGrid.class);
  private static final int MOST_SIZES = 7;
  private static final double COLOUR = Paper.points(36);
  private static final double ROW = Paper.points(9);
  private static final double INSET = 4;
  private static final Type CELL = new Type(Face.TEXT, 9, 1.25);
  private static final String NONE = "—";

  private final Fonts fonts;
  private final double left;
  private final double right;
  private final double top;
  private final double bottom;
  private final List<Page> pages = new ArrayList<>();
  private double y;

  /// What stands on one page.
  record Page(List<PlacedText> texts, List<Rule> rules) {}

  /// @param top where the pages after the first begin
  /// @param head of the first page; the grid begins below it
  QuantityGrid(Fonts fonts, double left, double right, double top, double bottom, Column head) {
    this.fonts = fonts;
    this.left = left;
    this.right = right;
    this.top = top;
    this.bottom = bottom;
    this.y = head.end();
    pages.add(new Page(new ArrayList<>(head.texts()), new ArrayList<>(head.rules())));
  }

  /// @throws cn.zhenrong.problem.Problem invalid-input if a colour or size cannot be printed
  void add(List<Variant> variants) {
    Set<String> known =
        variants.stream().map(v -> cell(v.colour(), v.size())).collect(Collectors.toSet());
    List<String> colours =
        distinct(variants.stream().map(Variant::colour).toList(), TagField.COLOUR);
    List<String> sizes = distinct(variants.stream().map(Variant::size).toList(), TagField.SIZE);
    for (int from = 0; from < sizes.size(); from += MOST_SIZES) {
      List<String> across = sizes.subList(from, Math.min(sizes.size(), from + MOST_SIZES));
      List<String> header =
          row(TEXTS.words("order.corner").zh(), across, TEXTS.words("order.total").zh());
      if (y + height(header) + ROW > bottom) {
        turn();
      }
      line(header.size());
      draw(header, header);
      for (String colour : colours) {
        draw(
            row(
                colour,
                across.stream()
                    .map(size -> known.contains(cell(colour, size)) ? "" : NONE)
                    .toList(),
                ""),
            header);
      }
      draw(
          row(TEXTS.words("order.total").zh(), across.stream().map(size -> "").toList(), ""),
          header);
      y += ROW / 2;
    }
  }

  private List<String> distinct(List<String> texts, TagField field) {
    if (texts.stream().anyMatch(text -> !fonts.canPrint(Face.TEXT, text))) {
      throw field.unprintable();
    }
    return List.copyOf(new LinkedHashSet<>(texts));
  }

  private static String cell(String colour, String size) {
    return colour + "\n" + size;
  }

  private static List<String> row(String first, List<String> cells, String last) {
    List<String> row = new ArrayList<>(List.of(first));
    row.addAll(cells);
    row.add(last);
    return row;
  }

  /// One row; on a new page the header comes first.
  private void draw(List<String> row, List<String> header) {
    double height = height(row);
    if (y + height > bottom) {
      turn();
      line(header.size());
      draw(header, header);
    }
    for (int i = 0; i < row.size(); i++) {
      if (!row.get(i).isEmpty()) {
        Block block = block(row.get(i), i, row.size());
        double above = (height - block.height()) / 2;
        last().texts().addAll(block.at(x(i, row.size()) + INSET, y + above));
      }
    }
    for (int i = 0; i <= row.size(); i++) {
      last().rules().add(new Rule(x(i, row.size()), y, 0, height));
    }
    y += height;
    line(row.size());
  }

  private double height(List<String> row) {
    double height = ROW;
    for (int i = 0; i < row.size(); i++) {
      if (!row.get(i).isEmpty()) {
        height = Math.max(height, block(row.get(i), i, row.size()).height() + INSET);
      }
    }
    return height;
  }

  private Block block(String text, int column, int columns) {
    double width = x(column + 1, columns) - x(column, columns) - 2 * INSET;
    return new Block(CELL.lines(text, width, fonts), CELL);
  }

  /// Left end of a column; the sizes and the total share what the colours leave.
  private double x(int column, int columns) {
    double rest = Math.min(right - left - COLOUR, (columns - 1) * Paper.points(24));
    return column == 0 ? left : left + COLOUR + (column - 1) * rest / (columns - 1);
  }

  /// A line across, as long as the grid is wide.
  private void line(int columns) {
    last().rules().add(new Rule(left, y, x(columns, columns) - left));
  }

  private void turn() {
    pages.add(new Page(new ArrayList<>(), new ArrayList<>()));
    y = top;
  }

  /// Room of this height below the grid, on a page of its own if need be.
  ///
  /// @return its upper end
  double foot(double height) {
    if (y + height > bottom) {
      turn();
    }
    return y;
  }

  Page last() {
    return pages.getLast();
  }

  List<Page> pages() {
    return pages;
  }
}
