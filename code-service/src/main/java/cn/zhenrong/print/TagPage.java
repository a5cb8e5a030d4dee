package cn.zhenrong.print;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/// Draws one composed hang tag as a page of exactly 60 × 40 mm, black only.
final class TagPage {
  private static final double PAGE_HEIGHT = Paper.points(Paper.HEIGHT);

  /// A little more than one dot at 203 dpi.
  private static final float RULE_THICKNESS = 0.4f;

  /// The Chinese font has one weight; the strong face adds this much of an em to its strokes.
  private static final double EXTRA_WEIGHT = 0.028;

  /// Below this height in dots a thermal head fills the gaps between heavier strokes.
  private static final double FEWEST_DOTS_FOR_WEIGHT = 26;

  private final PDPageContentStream page;
  private final Fonts fonts;
  private final double dot;

  private TagPage(PDPageContentStream page, Fonts fonts, double dot) {
    this.page = page;
    this.fonts = fonts;
    this.dot = dot;
  }

  static void add(PDDocument document, TagLayout layout, Fonts fonts) throws IOException {
    PDPage sheet =
        new PDPage(new PDRectangle((float) Paper.points(Paper.WIDTH), (float) PAGE_HEIGHT));
    document.addPage(sheet);
    try (PDPageContentStream stream =
        new PDPageContentStream(document, sheet, AppendMode.OVERWRITE, true)) {
      TagPage page = new TagPage(stream, fonts, layout.symbol().dot());
      for (PlacedText text : layout.texts()) {
        page.draw(text);
      }
      for (TagLayout.Rule rule : layout.rules()) {
        page.draw(rule);
      }
      page.draw(layout.symbol());
    }
  }

  private void draw(PlacedText text) throws IOException {
    page.beginText();
    page.newLineAtOffset((float) text.x(), (float) (PAGE_HEIGHT - text.baseline()));
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
    float y = (float) (PAGE_HEIGHT - rule.y());
    page.addRect((float) rule.x(), y, (float) rule.width(), RULE_THICKNESS);
    page.fill();
  }

  /// One path in a grid whose unit is a module and whose y grows downwards.
  private void draw(SymbolPlace place) throws IOException {
    float module = (float) place.module();
    float x = (float) (place.x() + place.quiet());
    float y = (float) (PAGE_HEIGHT - place.y() - place.quiet());
    page.saveGraphicsState();
    page.transform(new Matrix(module, 0, 0, -module, x, y));
    for (ModuleRun run : ModuleRun.of(place.symbol())) {
      page.addRect(run.x(), run.y(), run.length(), 1);
    }
    page.fill();
    page.restoreGraphicsState();
  }
}
