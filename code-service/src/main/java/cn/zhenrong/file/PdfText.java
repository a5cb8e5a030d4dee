package cn.zhenrong.file;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.text.PDFTextStripper;

/// The text of a PDF's first pages, line by line in the order of the eye. Empty for a scanned
/// picture.
final class PdfText extends PDFTextStripper {
  static final int MOST_PAGES = 12;
  private static final int MOST_CHARACTERS = 100_000;

  private final PdfSource source;

  private PdfText(PdfSource source) {
    this.source = source;
    setSortByPosition(true);
    setLineSeparator("\n");
    setShouldSeparateByBeads(false);
  }

  /// @throws IOException if the bytes are no PDF that anybody can open
  /// @throws PdfSource.TooHeavy if they cost too much to read
  static List<PdfLine> lines(byte[] bytes) throws IOException {
    return PdfSource.open(
        bytes,
        (document, source) -> {
          PdfText stripper = new PdfText(source);
          List<PdfLine> lines = new ArrayList<>();
          int pages = Math.min(document.getNumberOfPages(), MOST_PAGES);
          for (int page = 1; page <= pages; page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            Bounded out = new Bounded();
            stripper.writeText(document, out);
            add(lines, page, out.toString());
          }
          return lines;
        });
  }

  private static void add(List<PdfLine> lines, int page, String text) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      String words = line.strip();
      if (!words.isEmpty()) {
        lines.add(new PdfLine(page, ++number, words));
      }
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    source.check();
    super.processOperator(operator, operands);
  }

  /// Takes so much text and no more.
  private static final class Bounded extends Writer {
    private final StringWriter kept = new StringWriter();

    @Override
    public void write(char[] from, int offset, int length) {
      if (kept.getBuffer().length() + length > MOST_CHARACTERS) {
        throw new PdfSource.TooHeavy();
      }
      kept.write(from, offset, length);
    }

    @Override
    public String toString() {
      return kept.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
