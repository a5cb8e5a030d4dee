package cn.zhenrong.print;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
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
/// `from` and `count` choose the tags (sequence numbers from 1, at most 1 000 a call); `dpi` is
/// 203, 300 or 600.
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

  @GetMapping("/labels.pdf")
  ResponseEntity<byte[]> pdf(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestParam(defaultValue = "1") long from,
      @RequestParam(defaultValue = "100") int count,
      @RequestParam(defaultValue = "203") int dpi) {
    HangTags printer = printer(dpi);
    List<TagContent> chosen = tags.range(caller, new BatchId(id), from, count);
    return file(printer.pdf(chosen), MediaType.APPLICATION_PDF, name(id, from, "pdf"));
  }

  /// The care labels of the same codes: 30 × 80 mm, one a page, with the compact symbol.
  @GetMapping("/care-labels.pdf")
  ResponseEntity<byte[]> care(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestParam(defaultValue = "1") long from,
      @RequestParam(defaultValue = "100") int count,
      @RequestParam(defaultValue = "203") int dpi) {
    CareLabels printer = new CareLabels(resolution(dpi), clock.instant());
    Tags.CareRun run = tags.careLabels(caller, new BatchId(id), from, count);
    byte[] pdf = printer.pdf(run.labels(), run.care());
    return file(pdf, MediaType.APPLICATION_PDF, name(id, from, "pdf"));
  }

  /// The same tags in a printer's own language.
  @GetMapping({"/labels.zpl", "/labels.tspl"})
  ResponseEntity<byte[]> raster(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestParam(defaultValue = "1") long from,
      @RequestParam(defaultValue = "100") int count,
      @RequestParam(defaultValue = "203") int dpi,
      HttpServletRequest request)
      throws IOException {
    HangTags printer = printer(dpi);
    String language = request.getRequestURI().endsWith("tspl") ? "tspl" : "zpl";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    printer.print(
        tags.range(caller, new BatchId(id), from, count),
        PrinterLanguage.valueOf(language.toUpperCase(Locale.ROOT)),
        out);
    return file(out.toByteArray(), MediaType.APPLICATION_OCTET_STREAM, name(id, from, language));
  }

  @GetMapping("/codes/{sequence}.svg")
  ResponseEntity<byte[]> svg(
      @AuthenticationPrincipal Caller caller, @PathVariable long id, @PathVariable long sequence) {
    String svg = SymbolImage.svg(tags.symbol(caller, new BatchId(id), sequence));
    return file(
        svg.getBytes(StandardCharsets.UTF_8),
        MediaType.valueOf("image/svg+xml"),
        name(id, sequence, "svg"));
  }

  /// @param pixels side of one module, 1 to 40
  @GetMapping("/codes/{sequence}.png")
  ResponseEntity<byte[]> png(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @PathVariable long sequence,
      @RequestParam(defaultValue = "8") int pixels) {
    byte[] png = SymbolImage.png(tags.symbol(caller, new BatchId(id), sequence), pixels);
    return file(png, MediaType.IMAGE_PNG, name(id, sequence, "png"));
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

  private static String name(long batch, long first, String ending) {
    return "zhenrong-" + batch + "-" + first + "." + ending;
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
