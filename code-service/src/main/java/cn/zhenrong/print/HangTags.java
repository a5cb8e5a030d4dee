package cn.zhenrong.print;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Hang tags as a PDF: one tag on each page of exactly 60 × 40 mm, all fonts embedded, black only.
///
/// Nothing is given out that cannot be read: the symbol of every tag is decoded from the dots its
/// printer will get, and that of the first page once more from the page as rendered at the
/// printer's resolution.
///
/// The whole document is held in memory, a few kilobytes a tag besides the fonts: the limit of 1000
/// tags keeps it within some megabytes. A larger roll is several documents.
final class HangTags {
  static final int MOST = 1000;
  private static final Texts TEXTS = Texts.beside(HangTags.class);

  private final Resolution resolution;
  private final Instant createdAt;

  /// @param createdAt goes into the document's properties; the same time and tags give the same
  ///   bytes
  HangTags(Resolution resolution, Instant createdAt) {
    this.resolution = resolution;
    this.createdAt = createdAt;
  }

  /// The document of `tags`, in their order.
  ///
  /// @throws Problem if there are none or more than [#MOST], or a tag cannot be composed
  byte[] pdf(List<TagContent> tags) {
    if (tags.isEmpty() || tags.size() > MOST) {
      throw Problem.invalid("count", "tag.count", TEXTS.words("tag.count", MOST));
    }
    byte[] pdf = draw(tags);
    check(TagRaster.page(pdf, 0, resolution), tags.getFirst());
    return pdf;
  }

  /// Writes `tags` in a printer's own language, label by label, from the same drawing as
  /// [#pdf(List)]. Here every label is read back from its page's dots.
  ///
  /// @throws Problem as [#pdf(List)] does; then nothing was written, unless a page was unreadable
  /// @throws IOException if `out` fails
  void print(List<TagContent> tags, PrinterLanguage language, OutputStream out) throws IOException {
    byte[] pdf = pdf(tags);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int i = 0; i < tags.size(); i++) {
        Bitmap page = TagRaster.page(renderer, i, resolution);
        check(page, tags.get(i));
        out.write(language.label(page));
      }
    }
  }

  private void check(Bitmap page, TagContent tag) {
    SymbolPlace place = SymbolPlace.of(tag.mark().symbol(), resolution);
    SymbolReader.check(place.cutFrom(page), place.symbol().text());
  }

  private byte[] draw(List<TagContent> tags) {
    return PdfFile.of(
        createdAt,
        (document, fonts) -> {
          for (TagContent tag : tags) {
            TagLayout layout = TagComposer.compose(tag, resolution, fonts);
            SymbolPlace place = layout.symbol();
            SymbolReader.check(Bitmap.of(place.symbol(), place.dots()), place.symbol().text());
            TagPage.add(document, layout.sheet(), fonts);
          }
        });
  }
}
