package cn.zhenrong.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/// One of our PDF documents: in Chinese, fonts embedded, the same bytes for the same content and
/// time.
final class PdfFile {
  private PdfFile() {}

  /// What puts pages into a document.
  interface Drawing {
    void on(PDDocument document, Fonts fonts) throws IOException;
  }

  /// @param createdAt goes into the document's properties
  static byte[] of(Instant createdAt, Drawing drawing) {
    try (PDDocument document = new PDDocument()) {
      describe(document, createdAt);
      drawing.on(document, new Fonts(document));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void describe(PDDocument document, Instant createdAt) {
    GregorianCalendar created =
        GregorianCalendar.from(ZonedDateTime.ofInstant(createdAt, ZoneOffset.UTC));
    PDDocumentInformation information = document.getDocumentInformation();
    information.setProducer("Zhenrong");
    information.setCreationDate(created);
    information.setModificationDate(created);
    document.getDocumentCatalog().setLanguage("zh-CN");
    document.setDocumentId(createdAt.toEpochMilli());
  }
}
