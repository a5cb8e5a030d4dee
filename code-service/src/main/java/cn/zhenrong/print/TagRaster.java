package cn.zhenrong.print;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A page as the dots a label printer will burn: rendered at its resolution, a dot black where at
/// least a third of it is. Half would lose the thin strokes of small type; modules fall on whole
/// dots and come out the same.
final class TagRaster {
  private static final int THIRD_COVERED = 170;

  private TagRaster() {}

  /// The dots of one page, counted from 0.
  static Bitmap page(byte[] pdf, int page, Resolution resolution) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return page(new PDFRenderer(document), page, resolution);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The dots of one page of a document that is open already.
  static Bitmap page(PDFRenderer renderer, int page, Resolution resolution) throws IOException {
    float dpi = (float) resolution.dotsPerInch();
    return dots(renderer.renderImageWithDPI(page, dpi, ImageType.GRAY));
  }

  private static Bitmap dots(BufferedImage image) {
    Bitmap dots = new Bitmap(image.getWidth(), image.getHeight());
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRaster().getSamples(0, y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        if (row[x] <= THIRD_COVERED) {
          dots.blacken(x, y);
        }
      }
    }
    return dots;
  }
}
