package cn.zhenrong.issue;

import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The stream of codes, for print shops and their software.
@RestController
class CodesController {
  private static final Logger LOG = LoggerFactory.getLogger(CodesController.class);

  private final CodeFiles files;

  CodesController(CodeFiles files) {
    this.files = files;
  }

  /// All codes of a batch as CSV, or so many from one on. `header=false` leaves out mark and head,
  /// for going on where a download broke off.
  @GetMapping("/api/v1/batches/{id}/codes.csv")
  void codes(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestParam(defaultValue = "1") long from,
      @RequestParam(required = false) @Nullable Long count,
      @RequestParam(defaultValue = "true") boolean header,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Batch batch = files.open(caller, new BatchId(id));
    CodeFiles.Download download = download(batch, from, count);
    boolean headOnly = request.getMethod().equals("HEAD");
    if (!headOnly) {
      // Before the headers: a batch that was cancelled at this moment is answered with a problem.
      files.release(caller, download);
    }
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(download) + "\"");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    response.setContentLengthLong(download.length() + (header ? CodeFile.HEAD.length : 0));
    if (!headOnly) {
      send(download, header, response.getOutputStream());
    }
  }

  private CodeFiles.Download download(Batch batch, long from, @Nullable Long count) {
    if (from < 1 || from > batch.count()) {
      throw Problem.invalid("from", "from.range", IssueTexts.words("from.range", batch.count()));
    }
    long most = batch.count() - from + 1;
    if (count != null && count < 1) {
      throw Problem.invalid("count", "from.range", IssueTexts.words("from.range", most));
    }
    return files.prepare(batch, from, from - 1 + (count == null ? most : Math.min(count, most)));
  }

  /// Once the first byte is out there is no other answer left. Nobody handles this, so the
  /// container closes the connection, short of the length announced: the client sees that rows are
  /// missing.
  @ExceptionHandler
  void brokenOff(BrokenOff e) {
    throw e;
  }

  private void send(CodeFiles.Download download, boolean header, OutputStream out) {
    try {
      if (header) {
        out.write(CodeFile.HEAD);
      }
      files.write(download, out);
    } catch (IOException e) {
      LOG.debug("client gone: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokenOff(e);
    } catch (RuntimeException e) {
      throw new BrokenOff(e);
    }
  }

  private static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOff(Exception cause) {
      super("a download broke off", cause);
    }
  }

  private static String name(CodeFiles.Download download) {
    Batch batch = download.file().batch();
    boolean whole = download.first() == 1 && download.last() == batch.count();
    return "codes-"
        + batch.id()
        + (whole ? "" : "-" + download.first() + "-" + download.last())
        + ".csv";
  }
}
