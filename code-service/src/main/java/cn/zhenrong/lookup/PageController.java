package cn.zhenrong.lookup;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Code;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Pages;
import cn.zhenrong.page.TypedCode;
import cn.zhenrong.party.Audit;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.scan.Verifications;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages a shopper sees. GET changes nothing and counts nothing.
@Controller
class PageController {
  private static final int LONGEST_SHOWN = 200;

  private final Answers answers;
  private final Verifications verifications;
  private final Visitor visitor;

  PageController(Answers answers, Verifications verifications, Visitor visitor) {
    this.answers = answers;
    this.verifications = verifications;
    this.visitor = visitor;
  }

  /// From a page that may be older or newer than we are: what it says besides is skipped.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Beacon(@Nullable String nonce, @Nullable Boolean opened) {}

  @GetMapping("/")
  ResponseEntity<String> home(HttpServletRequest request) {
    return Html.page(HttpStatus.OK, Pages.home(visitor.frame(request, "/")));
  }

  /// The form of the landing page: a serial typed by hand, in whatever way people type it.
  @GetMapping("/scan")
  ResponseEntity<String> typed(
      @RequestParam(required = false) @Nullable String code, HttpServletRequest request) {
    if (code == null || code.isBlank()) {
      return Html.redirect(HttpStatus.SEE_OTHER, "/");
    }
    String serialText = lastSegment(code);
    return Serial.read(serialText)
        .map(serial ->
            Html.redirect(
                HttpStatus.SEE_OTHER,
                "/scan/" + serial.text() + "?lang=" + Visitor.language(request).parameter()))
        .orElseGet(() -> mistyped(serialText, request));
  }

  /// Some paste the whole address.
  private static String lastSegment(String typed) {
    String path = typed.strip().replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Typing goes wrong far more often than labels are forged, so the form comes back with what was
  /// typed and what is wrong with it.
  private ResponseEntity<String> mistyped(String code, HttpServletRequest request) {
    Serial.Slip slip = Serial.slip(code).orElseThrow();
    String shown = code.length() <= LONGEST_SHOWN ? visible(code) : "";
    String back = "/scan?code=" + URLEncoder.encode(shown, StandardCharsets.UTF_8);
    TypedCode typed =
        new TypedCode(shown, slip.length(), TypedCode.Slip.valueOf(slip.kind().name()));
    return Html.page(HttpStatus.NOT_FOUND, Pages.mistyped(visitor.frame(request, back), typed));
  }

  /// Without what cannot be seen, hangs on its neighbour or turns the direction of writing: what
  /// comes back must read as it was meant.
  private static String visible(String typed) {
    return typed
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c == ' ' || c > ' ' && c < 0x7F)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @GetMapping("/scan/{serial}")
  ResponseEntity<String> scan(@PathVariable String serial, HttpServletRequest request) {
    Optional<Code> code = Serial.read(serial).flatMap(answers::find);
    return code.map(found -> page(found, request))
        .orElseGet(() -> Html.neverIssued(visitor.frame(request, "/"), serial));
  }

  /// The report's results with this serial drawn all over them.
  @GetMapping("/scan/{serial}/report")
  ResponseEntity<String> report(@PathVariable String serial, HttpServletRequest request) {
    Optional<Code> code = Serial.read(serial).flatMap(answers::find);
    return code.map(
            found -> {
              Answer answer = answers.answer(found, null, visitor.sender(request));
              Frame frame = visitor.frame(request, "/scan/" + found.serial().text() + "/report");
              return Html.page(HttpStatus.OK, Pages.report(ScanPages.report(answer, frame)));
            })
        .orElseGet(() -> Html.neverIssued(visitor.frame(request, "/"), serial));
  }

  /// The beacon of a page with scripts.
  @PostMapping(path = "/scans", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Void> count(@RequestBody Beacon beacon, HttpServletRequest request) {
    if (beacon.nonce() != null) {
      count(beacon.nonce(), Boolean.TRUE.equals(beacon.opened()), request);
    }
    return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
  }

  /// The visible button of a page without scripts.
  @PostMapping(path = "/scans", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> countForm(
      @RequestParam(required = false) @Nullable String nonce,
      @RequestParam(defaultValue = "false") boolean opened,
      HttpServletRequest request) {
    Optional<Serial> serial = nonce == null ? Optional.empty() : verifications.serialOf(nonce);
    if (nonce == null || serial.isEmpty()) {
      return Html.page(
          HttpStatus.BAD_REQUEST, Pages.error(visitor.frame(request, "/"), 400, Audit.requestId()));
    }
    count(nonce, opened, request);
    String back = "/scan/" + serial.get().text();
    Frame frame = visitor.frame(request, back);
    return Html.page(
        HttpStatus.OK,
        Pages.thanks(
            frame,
            opened,
            back + "?lang=" + frame.language().parameter(),
            opened ? back + "/opened?lang=" + frame.language().parameter() : null));
  }

  /// Each code's page says so itself; this spares the crawlers the way.
  @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> robots() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
        .body("User-agent: *\nAllow: /$\nDisallow: /\n");
  }

  private void count(String nonce, boolean opened, HttpServletRequest request) {
    if (!verifications.count(nonce, opened, visitor.sender(request))) {
      throw Problem.of(ProblemKind.STORE_UNAVAILABLE);
    }
  }

  private ResponseEntity<String> page(Code code, HttpServletRequest request) {
    Answer answer = answers.answer(code, Visitor.signature(request), visitor.sender(request));
    Frame frame = visitor.frame(request, "/scan/" + code.serial().text());
    String nonce = verifications.nonce(code.serial());
    return Html.page(
        HttpStatus.OK, Pages.scan(ScanPages.scan(answer, frame, nonce, Visitor.query(request))));
  }

  /// What every public page is sent with.
  static final class Html {
    private Html() {}

    static ResponseEntity<String> page(HttpStatus status, String html) {
      return ResponseEntity.status(status)
          .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
          .header("Cache-Control", "no-store")
          .header("X-Robots-Tag", "noindex")
          .header("Content-Security-Policy", Pages.contentSecurityPolicy())
          .header("Vary", "Accept-Language")
          .body(html);
    }

    /// The red page; it shows nothing of what was typed or scanned.
    ///
    /// @param scanned what stood where a serial should stand; goes with a report
    static ResponseEntity<String> neverIssued(Frame frame, String scanned) {
      String problem =
          Scanned.of(scanned).path("/problem") + "?lang=" + frame.language().parameter();
      return page(HttpStatus.NOT_FOUND, Pages.neverIssued(frame, null, problem));
    }

    /// @param to sent as it is: what a stranger wrote into a query need not be a URI by the book
    static ResponseEntity<String> redirect(HttpStatus status, String to) {
      return ResponseEntity.status(status)
          .header(HttpHeaders.LOCATION, to)
          .header("Cache-Control", "no-store")
          .build();
    }
  }
}
