package cn.zhenrong.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/// Small PDFs to send, good and bad.
public final class Pdfs {
  private Pdfs() {}

  /// One empty page under a title that makes the bytes differ from those of other tests.
  public static byte[] onePage(String title) {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.getDocumentInformation().setTitle(title);
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A good PDF of exactly so many bytes: what follows its end is padding.
  static byte[] ofSize(int size, String title) {
    byte[] pdf = onePage(title);
    byte[] padded = Arrays.copyOf(pdf, size);
    Arrays.fill(padded, pdf.length, size, (byte) '\n');
    return padded;
  }

  static byte[] withoutPages() throws IOException {
    try (PDDocument document = new PDDocument()) {
      return bytes(document);
    }
  }

  /// @param reader the password a reader is asked for; may be empty
  static byte[] encrypted(String reader) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", reader, new AccessPermission());
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      return bytes(document);
    }
  }

  /// A head of a PDF and then arrays within arrays.
  static byte[] nested(int depth) {
    return ("%PDF-1.7\n1 0 obj\n"
            + "[".repeat(depth)
            + "]".repeat(depth)
            + "\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }
}
