package cn.zhenrong.lookup;

import cn.zhenrong.code.PublicBase;
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
import java.text.Normalizer;
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
  private static final int LONGEST_SHOWN = 600;

  private final Answers answers;
  private final Glance glance;
  private final Beside beside;
  private final Verifications verifications;
  private final Visitor visitor;
  private final PublicBase base;

  PageController(
      Answers answers,
      Glance glance,
      Beside beside,
      Verifications verifications,
      Visitor visitor,
      PublicBase base) {
    this.answers = answers;
    this.glance = glance;
    this.beside = beside;
    this.verifications = verifications;
    this.visitor = visitor;
    this.base = base;
  }

  /// From a page that may be older or newer than we are: what it says besides is skipped.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Beacon(@Nullable String nonce, @Nullable Boolean opened) {}

  @GetMapping("/")
  ResponseEntity<byte[]> home(HttpServletRequest request) {
    return Html.page(HttpStatus.OK, Pages.home(visitor.frame(request, "/")));
  }

  /// The form of the landing page: a serial typed by hand, in whatever way people type it, or the
  /// whole of a link, which goes the way a scanned one goes.
  @GetMapping("/scan")
  ResponseEntity<byte[]> typed(
      @RequestParam(required = false) @Nullable String code, HttpServletRequest request) {
    String lang = "?lang=" + Visitor.language(request).parameter();
    if (code == null) {
      return Html.redirect(HttpStatus.SEE_OTHER, "/" + lang);
    }
    if (code.length() > LONGEST_SHOWN) {
      return mistyped(code, request);
    }
    return switch (Pasted.read(code, base)) {
      case Pasted.Elsewhere elsewhere -> elsewhere(elsewhere.host(), code, request);
      case Pasted.Link link ->
          Html.redirect(
              HttpStatus.SEE_OTHER,
              link.path() + lang + (link.query() == null ? "" : "&" + link.query()));
      case Pasted.Typed typed -> {
        String signature = Visitor.signature(typed.query());
        String kept = signature == null ? "" : Visitor.parameter("S", signature);
        yield Serial.read(typed.text())
            .map(serial ->
                Html.redirect(HttpStatus.SEE_OTHER, "/scan/" + serial.text() + lang + kept))
            .orElseGet(() -> mistyped(typed.text(), request));
      }
    };
  }

  private ResponseEntity<byte[]> elsewhere(String host, String text, HttpServletRequest request) {
    String shown = Visitor.text(text);
    Frame frame = again(shown, request);
    String problem =
        "/scan/-/problem?lang=" + frame.language().parameter() + Visitor.parameter("text", shown);
    return Html.page(HttpStatus.NOT_FOUND, Pages.neverIssued(frame, host, problem));
  }

  /// Typing goes wrong far more often than labels are forged, so the form comes back with what was
  /// typed and what is wrong with it.
  private ResponseEntity<byte[]> mistyped(String code, HttpServletRequest request) {
    Serial.Slip slip = Serial.slip(code).orElseThrow();
    // What comes back must read as it was meant.
    boolean tooLong = code.length() > LONGEST_SHOWN;
    String shown = tooLong ? "" : Visitor.text(code);
    Frame frame = tooLong ? visitor.frame(request) : again(shown, request);
    TypedCode typed = new TypedCode(shown, slip.length(), slip(code, slip));
    String problem =
        Scanned.of(code).path("/problem")
            + "?lang="
            + frame.language().parameter()
            + (shown.isBlank() ? "" : Visitor.parameter("text", shown));
    HttpStatus status =
        typed.slip() == TypedCode.Slip.EMPTY ? HttpStatus.BAD_REQUEST : HttpStatus.NOT_FOUND;
    return Html.page(status, Pages.mistyped(frame, typed, problem));
  }

  /// The frame of what was typed without what cannot be seen of it.
  private Frame again(String shown, HttpServletRequest request) {
    return visitor.frame(request, "/scan?" + Visitor.parameter("code", shown).substring(1));
  }

  private static TypedCode.Slip slip(String code, Serial.Slip slip) {
    if (code.isBlank()) {
      return TypedCode.Slip.EMPTY;
    }
    boolean foreign =
        Normalizer.normalize(code, Normalizer.Form.NFKC)
            .codePoints()
            .filter(Character::isLetter)
            .anyMatch(c -> Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN);
    return foreign && slip.kind() == Serial.Slip.Kind.SYMBOL
        ? TypedCode.Slip.LETTER
        : TypedCode.Slip.valueOf(slip.kind().name());
  }

  @GetMapping("/scan/{serial}")
  ResponseEntity<byte[]> scan(@PathVariable String serial, HttpServletRequest request) {
    Optional<Code> code = Serial.read(serial).flatMap(answers::find);
    return code.map(found -> page(found, request)).orElseGet(() -> neverIssued(serial, request));
  }

  private ResponseEntity<byte[]> neverIssued(String serial, HttpServletRequest request) {
    String signature = Visitor.signature(request);
    return Html.neverIssued(
        visitor.frame(request),
        serial,
        signature == null ? null : "/scan/" + serial + "?S=" + signature);
  }

  /// The report's results with this serial drawn all over them.
  @GetMapping("/scan/{serial}/report")
  ResponseEntity<byte[]> report(@PathVariable String serial, HttpServletRequest request) {
    Optional<Code> code = Serial.read(serial).flatMap(answers::find);
    return code.map(
            found -> {
              Answer answer =
                  answers.answer(found, Visitor.signature(request), visitor.sender(request));
              Frame frame = visitor.frame(request, "/scan/" + found.serial().text() + "/report");
              return Html.page(
                  HttpStatus.OK,
                  Pages.report(
                      ScanPages.report(answer, beside.of(answer), frame, Visitor.query(request))));
            })
        .orElseGet(() -> neverIssued(serial, request));
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
  ResponseEntity<byte[]> countForm(
      @RequestParam(required = false) @Nullable String nonce,
      @RequestParam(defaultValue = "false") boolean opened,
      HttpServletRequest request) {
    Optional<Serial> serial = nonce == null ? Optional.empty() : verifications.serialOf(nonce);
    if (nonce == null || serial.isEmpty()) {
      return Html.page(
          HttpStatus.BAD_REQUEST, Pages.error(visitor.frame(request, "/"), 400, Audit.requestId()));
    }
    count(nonce, opened, request);
    return Html.redirect(
        HttpStatus.SEE_OTHER,
        "/scan/"
            + serial.get().text()
            + "/noted"
            + Visitor.query(request)
            + "&opened="
            + opened
            + Visitor.parameter("nonce", nonce));
  }

  /// Where the visible button leads, so that to load it again posts nothing.
  @GetMapping("/scan/{serial}/noted")
  ResponseEntity<byte[]> noted(
      @PathVariable String serial,
      @RequestParam(defaultValue = "") String nonce,
      @RequestParam(defaultValue = "false") boolean opened,
      HttpServletRequest request) {
    Scanned scanned = Scanned.of(serial);
    String query = Visitor.query(request);
    if (!verifications.serialOf(nonce).equals(Optional.ofNullable(scanned.serial()))
        || scanned.serial() == null) {
      return Html.redirect(HttpStatus.SEE_OTHER, scanned.path("") + query);
    }
    String self = scanned.path("/noted") + "?opened=" + opened + Visitor.parameter("nonce", nonce);
    return Html.page(
        HttpStatus.OK,
        Pages.thanks(
            visitor.frame(request, self),
            glance.at(scanned, request),
            opened,
            scanned.path("") + query,
            opened ? scanned.path("/opened") + query : null));
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

  private ResponseEntity<byte[]> page(Code code, HttpServletRequest request) {
    Answer answer = answers.answer(code, Visitor.signature(request), visitor.sender(request));
    Frame frame = visitor.frame(request, "/scan/" + code.serial().text());
    String nonce = verifications.nonce(code.serial());
    byte[] html =
        Pages.scan(ScanPages.scan(answer, beside.of(answer), frame, nonce, Visitor.query(request)));
    return Packed.isTaken(request)
        ? Html.sent(HttpStatus.OK)
            .header(HttpHeaders.CONTENT_ENCODING, "gzip")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .body(Packed.gzip(html))
        : Html.page(HttpStatus.OK, html);
  }

  /// What every public page is sent with.
  static final class Html {
    private Html() {}

    static ResponseEntity<byte[]> page(HttpStatus status, byte[] html) {
      return sent(status).body(html);
    }

    private static ResponseEntity.BodyBuilder sent(HttpStatus status) {
      return ResponseEntity.status(status)
          .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
          .header("Cache-Control", "no-store")
          .header("X-Robots-Tag", "noindex")
          .header("Content-Security-Policy", Pages.contentSecurityPolicy())
          .header("Vary", "Accept-Language");
    }

    /// The red page; it shows nothing of what was typed or scanned, which stands in addresses only.
    ///
    /// @param scanned what stood where a serial should stand; goes with a report
    /// @param text the whole of what was scanned, which goes with it too; null if there was no more
    static ResponseEntity<byte[]> neverIssued(Frame frame, String scanned, @Nullable String text) {
      return page(
          HttpStatus.NOT_FOUND, Pages.neverIssued(frame, null, problem(frame, scanned, text)));
    }

    /// The red page of a link that is written as none of ours is.
    ///
    /// @param text path and query as they were sent
    static ResponseEntity<byte[]> notOurs(Frame frame, String text) {
      return page(HttpStatus.BAD_REQUEST, Pages.notOurs(frame, problem(frame, "", text)));
    }

    private static String problem(Frame frame, String scanned, @Nullable String text) {
      return Scanned.of(scanned).path("/problem")
          + "?lang="
          + frame.language().parameter()
          + (text == null ? "" : Visitor.parameter("text", Visitor.text(text)));
    }

    /// @param to sent as it is: what a stranger wrote into a query need not be a URI by the book
    static ResponseEntity<byte[]> redirect(HttpStatus status, String to) {
      return ResponseEntity.status(status)
          .header(HttpHeaders.LOCATION, to)
          .header("Cache-Control", "no-store")
          .build();
    }
  }
}
