package cn.zhenrong.print;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.DownloadForm;
import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Codes as pictures and tags, for those who may see the batch.
///
/// `from` and `count` choose the tags (sequence numbers from 1; 100 tags unless told, at most 1 000
/// a call); `dpi` is 203, 300 or 600. The file's name says which of how many they are, and while
/// there are more, `Link: …; rel="next"` leads to them. Every printing stands in the batch's
/// downloads; who prints numbers again says why in `reason`.
@RestController
@RequestMapping("/api/v1/batches/{id}")
class PrintController {
  private static final Texts TEXTS = Texts.beside(PrintController.class);

  private final Tags tags;
  private final Clock clock;

  PrintController(Tags tags, Clock clock) {
    this.tags = tags;
    this.clock = clock;
  }

  /// Hang tags of 60 × 40 mm, one a page; tags of codes out of use are left out.
  @GetMapping("/labels.pdf")
  ResponseEntity<byte[]> pdf(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestParam(defaultValue = "1") long from,
      @RequestParam(defaultValue = "100") int count,
      @RequestParam(defaultValue = "203") int dpi,
      @RequestParam(required = false) @Nullable String reason) {
    HangTags printer = printer(dpi);
    Tags.Run run = tags.print(order(caller, id, from, count, DownloadForm.PDF, reason));
    return file(printer.pdf(run.tags()), run, "labels.pdf", dpi);
  }

  /// The care labels of the same codes: 30 × 80 mm, one a page, with the compact symbol.
  @GetMapping("/care-labels.pdf")
  ResponseEntity<byte[]> care(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestParam(defaultValue = "1") long from,
      @RequestParam(defaultValue = "100") int count,
      @RequestParam(defaultValue = "203") int dpi,
      @RequestParam(required = false) @Nullable String reason) {
    CareLabels printer = new CareLabels(resolution(dpi), clock.instant());
    Tags.Run run = tags.print(order(caller, id, from, count, DownloadForm.CARE, reason));
    return file(printer.pdf(run.tags(), run.care()), run, "care-labels.pdf", dpi);
  }

  /// The same tags as `labels.pdf` in a printer's own language.
  @GetMapping({"/labels.zpl", "/labels.tspl"})
  ResponseEntity<byte[]> raster(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestParam(defaultValue = "1") long from,
      @RequestParam(defaultValue = "100") int count,
      @RequestParam(defaultValue = "203") int dpi,
      @RequestParam(required = false) @Nullable String reason,
      HttpServletRequest request)
      throws IOException {
    HangTags printer = printer(dpi);
    String language = request.getRequestURI().endsWith("tspl") ? "tspl" : "zpl";
    String name = language.toUpperCase(Locale.ROOT);
    Tags.Run run = tags.print(order(caller, id, from, count, DownloadForm.valueOf(name), reason));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    printer.print(run.tags(), PrinterLanguage.valueOf(name), out);
    return file(out.toByteArray(), run, "labels." + language, dpi);
  }

  @GetMapping("/codes/{sequence}.svg")
  ResponseEntity<byte[]> svg(
      @AuthenticationPrincipal Caller caller, @PathVariable long id, @PathVariable long sequence) {
    String svg = SymbolImage.svg(tags.symbol(caller, new BatchId(id), sequence, DownloadForm.SVG));
    return file(
        svg.getBytes(StandardCharsets.UTF_8),
        MediaType.valueOf("image/svg+xml"),
        "zhenrong-" + id + "-" + sequence + ".svg");
  }

  /// @param pixels side of one module, 1 to 40
  @GetMapping("/codes/{sequence}.png")
  ResponseEntity<byte[]> png(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @PathVariable long sequence,
      @RequestParam(defaultValue = "8") int pixels) {
    Symbol symbol = tags.symbol(caller, new BatchId(id), sequence, DownloadForm.PNG);
    byte[] png = SymbolImage.png(symbol, pixels);
    return file(png, MediaType.IMAGE_PNG, "zhenrong-" + id + "-" + sequence + ".png");
  }

  private static Tags.Order order(
      Caller caller, long id, long from, int count, DownloadForm form, @Nullable String reason) {
    return new Tags.Order(caller, new BatchId(id), from, count, form, reason);
  }

  private HangTags printer(int dpi) {
    return new HangTags(resolution(dpi), clock.instant());
  }

  private static Resolution resolution(int dpi) {
    return switch (dpi) {
      case 203 -> Resolution.DPI_203;
      case 300 -> Resolution.DPI_300;
      case 600 -> Resolution.DPI_600;
      default -> throw Problem.invalid("dpi", "tag.dpi", TEXTS.words("tag.dpi"));
    };
  }

  /// `zhenrong-12-labels-1-100-of-200.pdf`: a file that was saved still says that it is not all.
  private static ResponseEntity<byte[]> file(byte[] bytes, Tags.Run run, String paper, int dpi) {
    String numbers = "-" + run.first() + "-" + run.last() + "-of-" + run.batch().count();
    String name = "zhenrong-" + run.batch().id() + "-" + paper.replace(".", numbers + ".");
    MediaType type =
        paper.endsWith("pdf") ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_OCTET_STREAM;
    ResponseEntity<byte[]> answer = file(bytes, type, name);
    if (run.last() == run.batch().count()) {
      return answer;
    }
    long from = run.last() + 1;
    long count = from - run.first();
    String rest = paper + "?from=" + from + "&count=" + count + "&dpi=" + dpi;
    return ResponseEntity.ok()
        .headers(answer.getHeaders())
        .header(
            HttpHeaders.LINK,
            "</api/v1/batches/" + run.batch().id() + "/" + rest + ">; rel=\"next\"")
        .body(bytes);
  }

  static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header("Cache-Control", "private, no-store")
        .header(
            "Content-Disposition", ContentDisposition.inline().filename(name).build().toString())
        .body(bytes);
  }
}
