package cn.zhenrong.print;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// One font as a document embeds it: only the glyphs used. Each document reads its own copy (about
/// 10 ms), because subsetting is not safe across threads.
///
/// @param outlines the whole font, for measuring
/// @param characters which glyph a character has
/// @param font what the document's pages refer to
record EmbeddedFont(TrueTypeFont outlines, CmapLookup characters, PDType0Font font) {

  static EmbeddedFont in(PDDocument document, String file) throws IOException {
    try (InputStream in = EmbeddedFont.class.getResourceAsStream("font/" + file)) {
      if (in == null) {
        throw new FileNotFoundException(file);
      }
      TrueTypeFont outlines = new TTFParser(true).parse(new RandomAccessReadBuffer(in));
      // Ligatures would come out of the PDF as something else than was put in.
      outlines.setEnableGsub(false);
      PDType0Font font = PDType0Font.load(document, outlines, true);
      return new EmbeddedFont(outlines, outlines.getUnicodeCmapLookup(), font);
    }
  }

  boolean has(int codePoint) {
    return characters.getGlyphId(codePoint) != 0;
  }

  /// Advance width in em.
  double width(int codePoint) throws IOException {
    int glyph = characters.getGlyphId(codePoint);
    return outlines.getAdvanceWidth(glyph) / (double) outlines.getUnitsPerEm();
  }
}
