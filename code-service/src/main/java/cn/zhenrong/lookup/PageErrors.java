package cn.zhenrong.lookup;

import cn.zhenrong.code.ProductKey;
import cn.zhenrong.code.Serial;
import cn.zhenrong.code.Statement;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.Share;
import cn.zhenrong.issue.Code;
import cn.zhenrong.lookup.PageController.Html;
import cn.zhenrong.page.Actions;
import cn.zhenrong.page.Composition;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Pages;
import cn.zhenrong.page.Panels;
import cn.zhenrong.page.ScanPage;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.page.Wording;
import cn.zhenrong.party.Audit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// What a shopper sees when a store is away: a page, never JSON. Where the scanned text carries a
/// signature that verifies, the page shows what was signed, for that needs no store.
@ControllerAdvice(
    assignableTypes = {
      PageController.class,
      ResolverController.class,
      CasePageController.class,
      EvidenceController.class
    })
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {
  private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

  private final Answers answers;
  private final Signatures signatures;
  private final Visitor visitor;

  PageErrors(Answers answers, Signatures signatures, Visitor visitor) {
    this.answers = answers;
    this.signatures = signatures;
    this.visitor = visitor;
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<byte[]> storeAway(Exception e, HttpServletRequest request) {
    LOG.warn("a store is away: {}", e.getClass().getSimpleName());
    Frame frame =
        request.getMethod().equals("GET")
            ? visitor.frame(request)
            : visitor.frame(request, request.getRequestURI());
    return signed(request)
        .map(statement -> Html.page(HttpStatus.OK, Pages.scan(page(frame, request, statement))))
        .orElseGet(() -> unavailable(frame));
  }

  private static ResponseEntity<byte[]> unavailable(Frame frame) {
    ResponseEntity<byte[]> page =
        Html.page(HttpStatus.SERVICE_UNAVAILABLE, Pages.error(frame, 503, Audit.requestId()));
    return ResponseEntity.status(page.getStatusCode())
        .headers(page.getHeaders())
        .header("Retry-After", "5")
        .body(page.getBody());
  }

  /// What the signature in the scanned text vouches for.
  private Optional<Statement> signed(HttpServletRequest request) {
    String parameter = Visitor.signature(request);
    return parameter == null
        ? Optional.empty()
        : signatures.vouched(identifierPath(request.getRequestURI()), parameter);
  }

  /// The path that was signed. The page's own address has no GTIN in it: then what is still in
  /// memory of the code tells, or it is one without.
  private String identifierPath(String path) {
    if (!path.startsWith("/scan/")) {
      return path.toUpperCase(Locale.ROOT);
    }
    Optional<Serial> serial = Serial.read(path.substring("/scan/".length()));
    try {
      return serial.flatMap(answers::find).map(Code::path).orElse(path);
    } catch (DataAccessException | TransactionException e) {
      return serial.map(ProductKey.none()::path).orElse(path);
    }
  }

  private static ScanPage page(Frame frame, HttpServletRequest request, Statement statement) {
    String path = request.getRequestURI();
    String serial =
        Serial.read(path.substring(path.lastIndexOf('/') + 1)).map(Serial::human).orElse("");
    return new ScanPage(
        frame,
        serial,
        VerdictBar.of(Situation.SIGNATURE_ONLY),
        composition(statement),
        Panels.NONE,
        Actions.NONE);
  }

  /// The signed statement is the main part in codes and percentages.
  private static Composition composition(Statement statement) {
    Part main = cn.zhenrong.fibre.Composition.parse(statement.text().replace('-', '.')).main();
    List<Composition.Declared> declared = main.shares().stream().map(PageErrors::declared).toList();
    return new Composition(
        List.of(
            new Composition.Part(
                Wording.same(""), declared, List.of(), Composition.Verdict.UNTESTED)),
        null);
  }

  private static Composition.Declared declared(Share share) {
    return new Composition.Declared(
        new Wording(share.fibre().name(), share.fibre().english()), share.percentText(), null);
  }
}
