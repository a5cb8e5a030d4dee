package cn.zhenrong.issue;

import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The stream of codes, for print shops and their software: plain, or as an encrypted package.
@RestController
class CodesController {
  private static final int LONGEST_REASON = 200;

  /// A ZIP file without the 64-bit extension, which not every program reads, ends at 4 GiB.
  private static final long LARGEST_PACKAGE = (1L << 32) - (1 << 24);

  private final CodeFiles files;
  private final Downloads downloads;
  private final CodesZip zip;

  CodesController(CodeFiles files, Downloads downloads, CodesZip zip) {
    this.files = files;
    this.downloads = downloads;
    this.zip = zip;
  }

  /// All codes of a batch as CSV, or so many from one on. `header=false` leaves out mark and head,
  /// for going on where a download broke off. Codes that left before need a `reason`.
  @GetMapping("/api/v1/batches/{id}/codes.csv")
  void codes(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestParam(defaultValue = "1") long from,
      @RequestParam(required = false) @Nullable Long count,
      @RequestParam(defaultValue = "true") boolean header,
      @RequestParam(required = false) @Nullable String reason,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Fields fields = new Fields();
    String why = fields.optionalText("reason", reason, LONGEST_REASON);
    fields.check();
    CodeFiles.Download download = files.prepare(files.open(caller, new BatchId(id)), from, count);
    long length = download.length() + (header ? CodeFile.HEAD.length : 0);
    if (request.getMethod().equals("HEAD")) {
      open(response, "text/csv;charset=UTF-8", download.name(".csv"), length);
      return;
    }
    downloads.handOut(
        new DownloadOrder(caller, download, DownloadForm.CSV, why),
        () -> open(response, "text/csv;charset=UTF-8", download.name(".csv"), length),
        out -> {
          if (header) {
            out.write(CodeFile.HEAD);
          }
          files.write(download, out);
        });
  }

  /// The same, with the sealed manifest and digests, in a ZIP file encrypted with AES-256. A POST,
  /// because a password has no place in an address. An idempotency key is not kept for it: each
  /// request is a download.
  @PostMapping("/api/v1/batches/{id}/codes.zip")
  void encrypted(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestBody NewPackage input,
      HttpServletResponse response)
      throws IOException {
    try {
      Fields fields = new Fields();
      char[] password = input.goodPassword(fields);
      String why = fields.optionalText("reason", input.reason(), LONGEST_REASON);
      fields.check();
      Batch batch = files.open(caller, new BatchId(id));
      CodeFiles.Download download = files.prepare(batch, input.from(), input.count());
      if (download.length() > LARGEST_PACKAGE) {
        throw Problem.invalid("count", "package.size", IssueTexts.words("package.size"));
      }
      downloads.handOut(
          new DownloadOrder(caller, download, DownloadForm.ZIP, why),
          () -> open(response, "application/zip", download.name(".zip"), null),
          out -> zip.write(download, password, out));
    } finally {
      input.wipe();
    }
  }

  /// Once the first byte is out there is no other answer left. Nobody handles this, so the
  /// container closes the connection, short of what was announced.
  @ExceptionHandler
  void brokenOff(BrokenOff e) {
    throw e;
  }

  /// Only when nobody refused: a problem has headers of its own.
  private static OutputStream open(
      HttpServletResponse response, String type, String name, @Nullable Long length)
      throws IOException {
    response.setContentType(type);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    // A broken download goes on by number of row: decision 0056.
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "none");
    if (length != null) {
      response.setContentLengthLong(length);
    }
    return response.getOutputStream();
  }
}
