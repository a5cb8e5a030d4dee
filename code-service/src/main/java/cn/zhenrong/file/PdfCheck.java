package cn.zhenrong.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Tells whether bytes are a PDF that anybody can open: starts as one (ISO 32000-2, 7.5.2), parses,
/// has a page and asks for no password.
final class PdfCheck {
  static final String MEDIA_TYPE = "application/pdf";
  private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private PdfCheck() {}

  static boolean isReadable(byte[] bytes) {
    if (bytes.length < MAGIC.length
        || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      return false;
    }
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return !document.isEncrypted() && document.getNumberOfPages() >= 1;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The parser answers hostile bytes with all of these; each means the file is not for us.
      return false;
    }
  }
}
