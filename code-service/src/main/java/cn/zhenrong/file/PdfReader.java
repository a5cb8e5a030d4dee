package cn.zhenrong.file;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Reads PDFs that strangers made: two at a time, each within bounds of time, memory and text, on a
/// thread of its own. Call it outside a transaction.
@Service
public class PdfReader {
  private static final Texts TEXTS = Texts.beside(PdfReader.class);

  private final Bounded turns = new Bounded("pdf");

  /// Makes sure that bytes are a PDF anybody can open.
  ///
  /// @throws Problem too-large beyond [StoredFiles#LARGEST]; invalid-input on `file`:
  ///   `file.not-pdf` if the bytes are no PDF, are encrypted or have no page, `file.too-heavy` if
  ///   they unpack to too much; too-many-requests while others are being read
  public CheckedPdf check(byte[] bytes) {
    if (!bounded(bytes, () -> PdfCheck.isReadable(bytes))) {
      throw notPdf();
    }
    return new CheckedPdf(bytes);
  }

  /// The text of the first twelve pages, line by line; empty for a scanned picture.
  ///
  /// @throws Problem as for [#check(byte\[\])]
  public List<PdfLine> lines(byte[] bytes) {
    return bounded(bytes, () -> PdfText.lines(bytes));
  }

  private <T> T bounded(byte[] bytes, Callable<T> work) {
    if (bytes.length > StoredFiles.LARGEST) {
      throw StoredFiles.tooLarge(StoredFiles.LARGEST);
    }
    try {
      return turns.run(work);
    } catch (ExecutionException e) {
      throw refusal(e.getCause());
    } catch (TimeoutException e) {
      throw tooHeavy();
    }
  }

  private static RuntimeException refusal(@Nullable Throwable cause) {
    return switch (cause) {
      case PdfSource.TooHeavy _ -> tooHeavy();
      case IOException _ -> notPdf();
      case null, default -> new IllegalStateException(cause);
    };
  }

  private static Problem notPdf() {
    return Problem.invalid("file", "file.not-pdf", TEXTS.words("file.not-pdf"));
  }

  private static Problem tooHeavy() {
    return Problem.invalid("file", "file.too-heavy", TEXTS.words("file.too-heavy"));
  }
}
