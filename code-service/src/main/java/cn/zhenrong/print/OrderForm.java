package cn.zhenrong.print;

import cn.zhenrong.print.Column.Measure;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.product.Style;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The order form 成份订货单: A4, what is declared of a style and an empty grid of colours and sizes for
/// the buyer's quantities. A style with many variants takes several pages.
///
/// @param maker registered name
/// @param composition one text a part
record OrderForm(String maker, Style style, List<String> composition) {
  private static final Texts TEXTS = Texts.beside(OrderForm.class);
  private static final double WIDTH = 210;
  private static final double HEIGHT = 297;
  private static final double MARGIN = 15;
  private static final double SMALLEST = 6;

  /// The head ends here at the latest, in millimetres, so that the grid begins on its page.
  private static final double HEAD_BOTTOM = 200;

  private static final double SIGNATURES = Paper.points(38);
  private static final double LEFT = Paper.points(MARGIN);
  private static final double RIGHT = Paper.points(WIDTH - MARGIN);
  private static final double BOTTOM = Paper.points(HEIGHT - MARGIN - 6);

  /// The form as a PDF.
  ///
  /// @throws cn.zhenrong.problem.Problem invalid-input if it does not fit or cannot be printed
  byte[] pdf(Instant createdAt) {
    return PdfFile.of(
        createdAt,
        (document, fonts) -> {
          Measure measure =
              new Measure(LEFT, LEFT, RIGHT - LEFT, Paper.points(HEAD_BOTTOM), SMALLEST);
          Column head = Column.of(fonts, measure, this::setHead);
          QuantityGrid grid = new QuantityGrid(fonts, LEFT, RIGHT, LEFT, BOTTOM, head);
          grid.add(style.variants());
          sign(grid.foot(SIGNATURES), grid, fonts);
          for (Sheet sheet : sheets(grid.pages(), fonts)) {
            TagPage.add(document, sheet, fonts);
          }
        });
  }

  private void setHead(Column column) {
    column.title(TEXTS.words("order.title").zh(), 22);
    column.paragraphs(TagField.NAME, Face.STRONG, 14, List.of(style.name()));
    column.rule();
    column.field(TagField.STYLE_NO, 10, style.styleNo());
    column.field(TagField.MAKER, 10, maker);
    column.field(TagField.STANDARD, 10, style.standard() == null ? "" : style.standard());
    column.field(TagField.SAFETY_CLASS, 10, TagContent.Claims.safety(style.safetyClass()));
    column.rule();
    column.heading(TagField.COMPOSITION.label(), 10);
    column.paragraphs(TagField.COMPOSITION, Face.STRONG, 12, composition);
    column.rule();
    column.heading(TagField.QUANTITY.label(), 10);
    column.gap(3);
  }

  private static void sign(double top, QuantityGrid grid, Fonts fonts) {
    double half = (RIGHT - LEFT) / 2;
    for (int side = 0; side < 2; side++) {
      double x = LEFT + side * half;
      double y = top + Paper.points(12);
      for (String key :
          List.of(side == 0 ? "order.buyer" : "order.seller", "order.signed", "order.date")) {
        String words = TEXTS.words(key).zh();
        double start = x + fonts.width(Face.TEXT, words) * 9 + 4;
        grid.last().texts().add(new PlacedText(Face.TEXT, 9, x, y, words));
        grid.last().rules().add(new TagLayout.Rule(start, y + 2, x + half - 14 - start));
        y += Paper.points(11);
      }
    }
  }

  private List<Sheet> sheets(List<QuantityGrid.Page> pages, Fonts fonts) {
    List<Sheet> sheets = new ArrayList<>();
    for (QuantityGrid.Page page : pages) {
      String words = TEXTS.words("order.page", sheets.size() + 1, pages.size()).zh();
      double x = RIGHT - fonts.width(Face.TEXT, words) * 8;
      double baseline = Paper.points(HEIGHT - 10);
      page.texts().add(new PlacedText(Face.TEXT, 8, LEFT, baseline, style.styleNo()));
      page.texts().add(new PlacedText(Face.TEXT, 8, x, baseline, words));
      sheets.add(new Sheet(WIDTH, HEIGHT, Optional.empty(), page.texts(), page.rules()));
    }
    return sheets;
  }
}
