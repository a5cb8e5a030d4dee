package cn.zhenrong.print;

import cn.zhenrong.print.Column.Measure;
import cn.zhenrong.print.TagContent.Claims;
import cn.zhenrong.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Care labels 水洗唛 as a PDF: one on each page of exactly 30 × 80 mm, with the compact symbol at its
/// foot. The upper end stays free for the seam. Read back before they go out, as hang tags are.
final class CareLabels {
  private static final double WIDTH = 30;
  private static final double HEIGHT = 80;
  private static final double SEAM = 6;
  private static final double MARGIN = 2;

  /// Millimetres with the quiet zone: a symbol of 41 modules at 4 dots of a 203 dpi printer.
  private static final double SYMBOL = 20.6;

  /// Lower end of the symbol; the serial stands below.
  private static final double SYMBOL_BOTTOM = HEIGHT - 4.2;

  private static final double SMALLEST = 4.5;

  private final Resolution resolution;
  private final Instant createdAt;

  CareLabels(Resolution resolution, Instant createdAt) {
    this.resolution = resolution;
    this.createdAt = createdAt;
  }

  /// The document of `labels`, in their order.
  ///
  /// @param care words of the style's care symbols; may be empty
  /// @throws Problem if a label cannot be composed
  byte[] pdf(List<TagContent> labels, List<String> care) {
    byte[] pdf =
        PdfFile.of(
            createdAt,
            (document, fonts) -> {
              for (TagContent label : labels) {
                SymbolPlace place = place(label);
                check(Bitmap.of(place.symbol(), place.dots()), label);
                TagPage.add(document, sheet(label, care, place, fonts), fonts);
              }
            });
    TagContent first = labels.getFirst();
    check(place(first).cutFrom(TagRaster.page(pdf, 0, resolution)), first);
    return pdf;
  }

  SymbolPlace place(TagContent label) {
    return SymbolPlace.onRibbon(label.mark().symbol(), resolution, WIDTH, SYMBOL, SYMBOL_BOTTOM);
  }

  private static void check(Bitmap raster, TagContent label) {
    SymbolReader.check(raster, label.mark().symbol().text());
  }

  private static Sheet sheet(TagContent label, List<String> care, SymbolPlace place, Fonts fonts) {
    double left = Paper.points(MARGIN);
    double width = Paper.points(WIDTH - 2 * MARGIN);
    Measure measure = new Measure(left, Paper.points(SEAM), width, place.y(), SMALLEST);
    Column column = Column.of(fonts, measure, texts -> set(label, care, texts));
    List<PlacedText> texts = new ArrayList<>(column.texts());
    texts.add(serial(label.mark().serial(), fonts));
    return new Sheet(WIDTH, HEIGHT, Optional.of(place), texts, column.rules());
  }

  private static void set(TagContent label, List<String> care, Column column) {
    Claims claims = label.claims();
    column.heading(TagField.COMPOSITION.label(), 5.2);
    column.paragraphs(TagField.COMPOSITION, Face.STRONG, 7.6, label.composition());
    column.rule();
    column.field(TagField.SIZE, 5.6, label.garment().size());
    column.field(TagField.STYLE_NO, 5.6, label.garment().styleNo());
    column.field(TagField.STANDARD, 5.6, claims.standard());
    column.field(TagField.SAFETY_CLASS, 5.6, claims.safetyClass());
    // The Chinese font has no single character for degrees Celsius.
    column.field(TagField.CARE, 5.6, String.join("；", care).replace("℃", "°C"));
    column.field(TagField.SEQUENCE, 5.6, Long.toString(label.mark().sequence()));
    column.gap(2);
  }

  private static PlacedText serial(String serial, Fonts fonts) {
    double em = fonts.width(Face.MONO, serial);
    double size = Math.min(6, Paper.points(WIDTH - 2 * MARGIN) / em);
    double x = (Paper.points(WIDTH) - em * size) / 2;
    return new PlacedText(Face.MONO, size, x, Paper.points(SYMBOL_BOTTOM) + size, serial);
  }
}
