package cn.zhenrong.print;

import cn.zhenrong.evidence.Report;
import cn.zhenrong.evidence.ReportStatus;
import cn.zhenrong.print.Column.Measure;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.product.Style;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The composition card 成份卡 for a stall: one A6 page, declared beside tested, and no code of any
/// garment.
///
/// @param maker registered name
/// @param declared one text a part
/// @param verdict a line for each part, as the public page says it
/// @param site address of the public page
record Card(
    String maker,
    Style style,
    List<String> declared,
    Report report,
    List<String> verdict,
    String site) {
  private static final Texts TEXTS = Texts.beside(Card.class);
  private static final double WIDTH = 105;
  private static final double HEIGHT = 148;
  private static final double MARGIN = 9;
  private static final double SMALLEST = 5.5;

  /// The card as a PDF.
  ///
  /// @throws cn.zhenrong.problem.Problem invalid-input if it does not fit or cannot be printed
  byte[] pdf(Instant createdAt) {
    double margin = Paper.points(MARGIN);
    double width = Paper.points(WIDTH) - 2 * margin;
    Measure measure = new Measure(margin, margin, width, Paper.points(HEIGHT) - margin, SMALLEST);
    return PdfFile.of(
        createdAt,
        (document, fonts) -> {
          Column column = Column.of(fonts, measure, this::set);
          Sheet sheet = new Sheet(WIDTH, HEIGHT, Optional.empty(), column.texts(), column.rules());
          TagPage.add(document, sheet, fonts);
        });
  }

  private void set(Column column) {
    column.title(TEXTS.words("card.title").zh(), 20);
    column.paragraphs(TagField.NAME, Face.STRONG, 12, List.of(style.name()));
    column.rule();
    column.field(TagField.STYLE_NO, 8, style.styleNo());
    column.field(TagField.MAKER, 8, maker);
    column.field(TagField.STANDARD, 8, style.standard() == null ? "" : style.standard());
    column.field(TagField.SAFETY_CLASS, 8, TagContent.Claims.safety(style.safetyClass()));
    column.rule();
    column.beside(
        Paper.points(4),
        half -> {
          half.heading(TEXTS.words("card.declared").zh(), 7.5);
          half.paragraphs(TagField.COMPOSITION, Face.STRONG, 9.5, declared);
        },
        half -> {
          half.heading(TagField.TESTED.label(), 7.5);
          half.paragraphs(TagField.TESTED, Face.STRONG, 9.5, report.measured().chineseParts());
        });
    column.gap(6);
    column.paragraphs(TagField.VERDICT, Face.TEXT, 8, verdict);
    column.rule();
    setReport(column);
    column.rule();
    column.heading(TEXTS.words("card.address", site).zh(), 8);
  }

  private void setReport(Column column) {
    column.field(TagField.REPORT, 8, report.number());
    column.field(TagField.LAB, 8, report.lab());
    column.field(TagField.ISSUED_ON, 8, report.issuedOn().toString());
    column.field(TagField.SAMPLING, 8, TEXTS.words("sampling." + report.sampling()).zh());
    if (report.status() != ReportStatus.VALID) {
      column.title(TEXTS.words("card.lapsed").zh(), 9);
    }
  }
}
