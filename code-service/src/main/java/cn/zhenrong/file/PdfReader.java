package cn.zhenrong.file;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Reads PDFs that strangers made: two at a time, each within bounds of time, memory and text, on a
/// thread of its own. Call it outside a transaction.
@Service
public class PdfReader {
  private static final Texts TEXTS = Texts.beside(PdfReader.class);
  private static final int AT_A_TIME = 2;
  private static final int PATIENCE_SECONDS = 3;
  private static final int LONGEST_SECONDS = 12;

  private final Semaphore slots = new Semaphore(AT_A_TIME, true);

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
      if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw Problem.of(ProblemKind.TOO_MANY_REQUESTS, TEXTS.words("file.busy"));
      }
      FutureTask<T> task = new FutureTask<>(work);
      // A thread that never comes back keeps its slot, so that at most two ever do.
      Thread.ofPlatform()
          .name("pdf")
          .daemon()
          .start(() -> {
            try {
              task.run();
            } finally {
              slots.release();
            }
          });
      return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw refusal(e.getCause());
    } catch (TimeoutException e) {
      throw tooHeavy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
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
