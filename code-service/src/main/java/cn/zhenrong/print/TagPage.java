package cn.zhenrong.print;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/// Draws one composed sheet as a page of exactly its size, black only.
final class TagPage {
  /// A little more than one dot at 203 dpi.
  private static final float RULE_THICKNESS = 0.4f;

  /// The Chinese font has one weight; the strong face adds this much of an em to its strokes.
  private static final double EXTRA_WEIGHT = 0.028;

  /// Below this height in dots a thermal head fills the gaps between heavier strokes.
  private static final double FEWEST_DOTS_FOR_WEIGHT = 26;

  /// A sheet without a symbol is for an office printer, 600 dpi.
  private static final double OFFICE_PRINTER_DOT = 72 / 600.0;

  private final PDPageContentStream page;
  private final Fonts fonts;
  private final double height;
  private final double dot;

  private TagPage(PDPageContentStream page, Fonts fonts, Sheet sheet) {
    this.page = page;
    this.fonts = fonts;
    this.height = Paper.points(sheet.height());
    this.dot = sheet.symbol().map(SymbolPlace::dot).orElse(OFFICE_PRINTER_DOT);
  }

  static void add(PDDocument document, Sheet sheet, Fonts fonts) throws IOException {
    float height = (float) Paper.points(sheet.height());
    PDPage paper = new PDPage(new PDRectangle((float) Paper.points(sheet.width()), height));
    document.addPage(paper);
    try (PDPageContentStream stream =
        new PDPageContentStream(document, paper, AppendMode.OVERWRITE, true)) {
      TagPage page = new TagPage(stream, fonts, sheet);
      for (PlacedText text : sheet.texts()) {
        page.draw(text);
      }
      for (TagLayout.Rule rule : sheet.rules()) {
        page.draw(rule);
      }
      if (sheet.symbol().isPresent()) {
        page.draw(sheet.symbol().get());
      }
    }
  }

  private void draw(PlacedText text) throws IOException {
    page.beginText();
    page.newLineAtOffset((float) text.x(), (float) (height - text.baseline()));
    page.setLineWidth((float) (text.size() * EXTRA_WEIGHT));
    boolean heavier = text.face() == Face.STRONG && text.size() >= FEWEST_DOTS_FOR_WEIGHT * dot;
    for (Fonts.Run run : fonts.runs(text.face(), text.text())) {
      page.setRenderingMode(
          heavier && run.chinese() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
      page.setFont(run.font().font(), (float) text.size());
      page.showText(run.text());
    }
    page.endText();
  }

  private void draw(TagLayout.Rule rule) throws IOException {
    float y = (float) (height - rule.y() - rule.height());
    float width = rule.height() > 0 ? RULE_THICKNESS : (float) rule.width();
    page.addRect((float) rule.x(), y, width, Math.max(RULE_THICKNESS, (float) rule.height()));
    page.fill();
  }

  /// One path in a grid whose unit is a module and whose y grows downwards.
  private void draw(SymbolPlace place) throws IOException {
    float module = (float) place.module();
    float x = (float) (place.x() + place.quiet());
    float y = (float) (height - place.y() - place.quiet());
    page.saveGraphicsState();
    page.transform(new Matrix(module, 0, 0, -module, x, y));
    for (ModuleRun run : ModuleRun.of(place.symbol())) {
      page.addRect(run.x(), run.y(), run.length(), 1);
    }
    page.fill();
    page.restoreGraphicsState();
  }
}
