package cn.zhenrong.lookup;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Code;
import cn.zhenrong.lookup.PageController.Html;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Pages;
import cn.zhenrong.page.ScanPage;
import cn.zhenrong.party.Audit;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What an answer rests on, as a page to be checked by the reader, and as a paper to be kept.
@Controller
class EvidenceController {
  private final Answers answers;
  private final Beside beside;
  private final Evidence evidence;
  private final Visitor visitor;

  EvidenceController(Answers answers, Beside beside, Evidence evidence, Visitor visitor) {
    this.beside = beside;
    this.answers = answers;
    this.evidence = evidence;
    this.visitor = visitor;
  }

  @GetMapping("/scan/{serial}/evidence")
  ResponseEntity<?> evidence(@PathVariable String serial, HttpServletRequest request) {
    Code code = Serial.read(serial).flatMap(answers::find).orElse(null);
    if (code == null) {
      return Html.neverIssued(visitor.frame(request), serial, null);
    }
    String path = "/scan/" + code.serial().text();
    String signature = Visitor.signature(request);
    Answer answer = answers.answer(code, signature, visitor.sender(request));
    Frame frame = visitor.frame(request, path + "/evidence");
    return Html.page(
        HttpStatus.OK,
        Pages.evidence(evidence.page(answer, frame, signature, path + Visitor.query(request))));
  }

  /// The answer as it is now, on paper. It counts nothing.
  @GetMapping("/scan/{serial}/certificate.pdf")
  ResponseEntity<?> certificate(@PathVariable String serial, HttpServletRequest request) {
    Code code = Serial.read(serial).flatMap(answers::find).orElse(null);
    if (code == null) {
      return Html.neverIssued(visitor.frame(request), serial, null);
    }
    Answer answer = answers.answer(code, Visitor.signature(request), visitor.sender(request));
    ScanPage page =
        ScanPages.scan(
            answer, beside.of(answer), visitor.frame(request, "/"), null, Visitor.query(request));
    String name = "zhenrong-" + code.serial().human() + ".pdf";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header("X-Robots-Tag", "noindex")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name).build().toString())
        .body(evidence.certificate(code, page));
  }

  /// Others are being served, or the batch is being sealed.
  @ExceptionHandler
  ResponseEntity<byte[]> later(Problem problem, HttpServletRequest request) {
    HttpStatus status =
        problem.kind() == ProblemKind.TOO_MANY_REQUESTS
            ? HttpStatus.TOO_MANY_REQUESTS
            : HttpStatus.SERVICE_UNAVAILABLE;
    Frame frame = visitor.frame(request);
    ResponseEntity<byte[]> page =
        Html.page(status, Pages.error(frame, status.value(), Audit.requestId()));
    return ResponseEntity.status(status)
        .headers(page.getHeaders())
        .header("Retry-After", "5")
        .body(page.getBody());
  }
}
