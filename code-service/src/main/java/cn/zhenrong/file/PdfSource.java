package cn.zhenrong.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The bytes of a PDF, given out only while there is time left, and only if what they unpack to is
/// bounded ([PdfFilters]).
final class PdfSource extends RandomAccessReadBuffer {
  static final long MOST_NANOS = 8_000_000_000L;
  private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final int SINGLE_READS = 1024;

  private final long started = System.nanoTime();
  private int reads;

  private PdfSource(byte[] bytes) {
    super(bytes);
  }

  /// Work that used up what one file may cost.
  static final class TooHeavy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooHeavy() {
      super("a PDF took too much time or memory", null, false, false);
    }
  }

  /// What is done with an open document.
  interface Work<T> {
    T on(PDDocument document, PdfSource source) throws IOException;
  }

  /// Opens bytes that start as a PDF (ISO 32000-2, 7.5.2), parse, have a page and ask for no
  /// password.
  ///
  /// @throws IOException if they are not such
  /// @throws TooHeavy if that cannot be told within bounds
  static <T> T open(byte[] bytes, Work<T> work) throws IOException {
    if (!Arrays.equals(bytes, 0, Math.min(bytes.length, MAGIC.length), MAGIC, 0, MAGIC.length)) {
      throw new IOException("no PDF");
    }
    if (!PdfFilters.areTame(bytes)) {
      throw new TooHeavy();
    }
    PdfSource source = new PdfSource(bytes);
    try (PDDocument document = Loader.loadPDF(source)) {
      if (document.isEncrypted() || document.getNumberOfPages() < 1) {
        throw new IOException("encrypted or empty");
      }
      T done = work.on(document, source);
      // The parser mends what it can; what it mended around the bounds is no answer.
      source.check();
      return done;
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw new TooHeavy();
    } catch (RuntimeException e) {
      if (e instanceof TooHeavy) {
        throw e;
      }
      throw new IOException(e);
    }
  }

  /// @throws TooHeavy if time is up
  void check() {
    if (System.nanoTime() - started > MOST_NANOS) {
      throw new TooHeavy();
    }
  }

  @Override
  public int read() throws IOException {
    if (++reads % SINGLE_READS == 0) {
      check();
    }
    return super.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    check();
    return super.read(target, offset, length);
  }

  @Override
  public RandomAccessReadView createView(long start, long length) {
    return new RandomAccessReadView(this, start, length);
  }
}
