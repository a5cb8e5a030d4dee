package cn.zhenrong.lookup;

import cn.zhenrong.issue.Code;
import cn.zhenrong.lookup.PageController.Html;
import cn.zhenrong.oversight.CaseNumber;
import cn.zhenrong.oversight.CaseSubject;
import cn.zhenrong.oversight.Cases;
import cn.zhenrong.oversight.NewCase;
import cn.zhenrong.page.CaseForm;
import cn.zhenrong.page.CaseForm.Trouble;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Pages;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.party.Audit;
import cn.zhenrong.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/// Where a shopper reports a problem, or takes a number for a package just opened, and follows
/// either. The forms ask no store, so they open whatever is away.
@Controller
class CasePageController {
  /// Of a form that was sent before.
  private static final String AGAIN = "again";

  private static final String AGAIN_TRUE = "?" + AGAIN + "=true";

  private final Glance glance;
  private final Cases cases;
  private final Visitor visitor;

  CasePageController(Glance glance, Cases cases, Visitor visitor) {
    this.glance = glance;
    this.cases = cases;
    this.visitor = visitor;
  }

  @GetMapping("/scan/{serial}/problem")
  ResponseEntity<byte[]> problem(@PathVariable String serial, HttpServletRequest request) {
    return blank(form(serial, false, request), request);
  }

  @GetMapping("/scan/{serial}/opened")
  ResponseEntity<byte[]> opened(@PathVariable String serial, HttpServletRequest request) {
    return blank(form(serial, true, request), request);
  }

  @PostMapping(path = "/scan/{serial}/problem", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<byte[]> report(
      @PathVariable String serial,
      @RequestParam Map<String, String> fields,
      @RequestParam(required = false) @Nullable MultipartFile photo,
      HttpServletRequest request)
      throws IOException {
    return open(form(serial, false, request), fields, photo, request);
  }

  @PostMapping(path = "/scan/{serial}/opened", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<byte[]> claim(
      @PathVariable String serial,
      @RequestParam Map<String, String> fields,
      @RequestParam(required = false) @Nullable MultipartFile photo,
      HttpServletRequest request)
      throws IOException {
    return open(form(serial, true, request), fields, photo, request);
  }

  /// The form that asks for a number.
  @GetMapping("/cases")
  ResponseEntity<byte[]> search(
      @RequestParam(required = false) @Nullable String number, HttpServletRequest request) {
    if (number == null || number.isBlank()) {
      return Html.page(HttpStatus.OK, Pages.caseSearch(visitor.frame(request, "/cases"), null));
    }
    return CaseNumber.read(number)
        .map(read -> Html.redirect(HttpStatus.SEE_OTHER, path(read, request)))
        .orElseGet(() -> unknown(number, request));
  }

  @GetMapping("/cases/{number}")
  ResponseEntity<byte[]> follow(@PathVariable String number, HttpServletRequest request) {
    return CaseNumber.read(number)
        .flatMap(cases::find)
        .map(found -> {
          boolean sentAgain = "true".equals(Query.first(request.getQueryString(), AGAIN));
          String again = sentAgain ? AGAIN_TRUE : "";
          Frame frame = visitor.frame(request, "/cases/" + found.number().human() + again);
          return Html.page(HttpStatus.OK, Pages.caseFile(CaseForms.file(frame, found, sentAgain)));
        })
        .orElseGet(() -> unknown(number, request));
  }

  /// More than the server reads of any upload: the page says that the browser still has the rest.
  @ExceptionHandler
  ResponseEntity<byte[]> unreadable(MultipartException e, HttpServletRequest request) {
    HttpStatus status =
        e instanceof MaxUploadSizeExceededException
            ? HttpStatus.CONTENT_TOO_LARGE
            : HttpStatus.BAD_REQUEST;
    Frame frame = visitor.frame(request, request.getRequestURI());
    return Html.page(status, Pages.error(frame, status.value(), Audit.requestId()));
  }

  private ResponseEntity<byte[]> blank(CaseForms form, HttpServletRequest request) {
    Frame frame = visitor.frame(request, form.path());
    ResponseEntity<byte[]> page =
        Html.page(
            HttpStatus.OK,
            Pages.caseForm(form.blank(frame, glance.at(form.scanned(), request), cases.nonce())));
    // Whoever goes back to it finds what was written, which browsers take away from a page that may
    // not be stored.
    HttpHeaders headers = new HttpHeaders(page.getHeaders());
    headers.setCacheControl("private, no-cache");
    return ResponseEntity.ok().headers(headers).body(page.getBody());
  }

  private ResponseEntity<byte[]> open(
      CaseForms form,
      Map<String, String> fields,
      @Nullable MultipartFile photo,
      HttpServletRequest request)
      throws IOException {
    byte[] bytes = photo == null || photo.isEmpty() ? null : photo.getBytes();
    NewCase input = form.input(fields);
    try {
      Cases.Opened opened =
          cases.open(fields.get("nonce"), input, subject(form.scanned(), request), bytes);
      return Html.redirect(
          HttpStatus.SEE_OTHER,
          path(opened.number(), request) + (opened.before() ? "&" + AGAIN + "=true" : ""));
    } catch (Problem problem) {
      return again(form, fields, problem, request);
    } catch (DataAccessException | TransactionException e) {
      CaseForm shown =
          form.again(frame(form, request), null, nonce(fields), fields, Map.of(), Trouble.AWAY);
      return later(HttpStatus.SERVICE_UNAVAILABLE, shown);
    }
  }

  private ResponseEntity<byte[]> again(
      CaseForms form, Map<String, String> fields, Problem problem, HttpServletRequest request) {
    Frame frame = frame(form, request);
    VerdictBar verdict = glance.at(form.scanned(), request);
    return switch (problem.kind()) {
      case INVALID_INPUT, TOO_LARGE ->
          Html.page(
              HttpStatus.UNPROCESSABLE_CONTENT,
              Pages.caseForm(
                  form.again(
                      frame,
                      verdict,
                      nonce(fields),
                      fields,
                      CaseForms.errors(problem),
                      Trouble.REFUSED)));
      case TOO_MANY_REQUESTS ->
          later(
              HttpStatus.TOO_MANY_REQUESTS,
              form.again(frame, verdict, nonce(fields), fields, Map.of(), Trouble.BUSY));
      default -> throw problem;
    };
  }

  private static ResponseEntity<byte[]> later(HttpStatus status, CaseForm form) {
    ResponseEntity<byte[]> page = Html.page(status, Pages.caseForm(form));
    return ResponseEntity.status(status)
        .headers(page.getHeaders())
        .header("Retry-After", "5")
        .body(page.getBody());
  }

  /// What the page says of the code now goes with the report, and the text that made it say so.
  private CaseSubject subject(Scanned scanned, HttpServletRequest request) {
    Code code = glance.code(scanned);
    String text = Visitor.text(request);
    String signature = Visitor.signature(request);
    if (text == null && signature != null) {
      text = (code == null ? scanned.path("") : code.path()) + "?S=" + signature;
    }
    return new CaseSubject(
        scanned.text(),
        code,
        glance.of(scanned, request).situation().name(),
        text == null ? null : Visitor.text(text));
  }

  private ResponseEntity<byte[]> unknown(String typed, HttpServletRequest request) {
    String shown = typed.length() <= 40 ? typed : "";
    return Html.page(
        HttpStatus.NOT_FOUND, Pages.caseSearch(visitor.frame(request, "/cases"), shown));
  }

  private CaseForms form(String serial, boolean opened, HttpServletRequest request) {
    return new CaseForms(
        Scanned.of(serial),
        opened,
        Visitor.query(request),
        Visitor.text(request),
        cases.keepDays());
  }

  private Frame frame(CaseForms form, HttpServletRequest request) {
    return visitor.frame(request, form.path());
  }

  private String nonce(Map<String, String> fields) {
    String sent = fields.get("nonce");
    return sent == null || sent.length() > 40 ? cases.nonce() : sent;
  }

  private static String path(CaseNumber number, HttpServletRequest request) {
    return "/cases/" + number.human() + "?lang=" + Visitor.language(request).parameter();
  }
}
