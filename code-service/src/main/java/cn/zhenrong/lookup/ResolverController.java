package cn.zhenrong.lookup;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.code.ProductKey;
import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Code;
import cn.zhenrong.lookup.PageController.Html;
import cn.zhenrong.page.Pages;
import cn.zhenrong.product.Styles;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The identifier path printed on the label. A code that was issued redirects to its page with the
/// whole query string, byte for byte (GS1-Conformant Resolver 1.2.1, 2.12); one that never was
/// answers 404 here, without a redirect.
@Controller
class ResolverController {
  private final Answers answers;
  private final Styles styles;
  private final Visitor visitor;

  ResolverController(Answers answers, Styles styles, Visitor visitor) {
    this.answers = answers;
    this.styles = styles;
    this.visitor = visitor;
  }

  @GetMapping({"/01/{gtin}/21/{serial}", "/01/{gtin}/21/{serial}/"})
  ResponseEntity<String> item(
      @PathVariable String gtin, @PathVariable String serial, HttpServletRequest request) {
    Optional<Gtin> read = Gtin.read(gtin);
    if (read.isEmpty()) {
      return badSyntax(request);
    }
    return resolve(serial, ProductKey.of(read.get()), request);
  }

  @GetMapping({"/S/{serial}", "/s/{serial}", "/S/{serial}/", "/s/{serial}/"})
  ResponseEntity<String> ownItem(@PathVariable String serial, HttpServletRequest request) {
    return resolve(serial, ProductKey.none(), request);
  }

  /// A product without a serial: the landing page, where the serial on the label can be typed.
  @GetMapping({"/01/{gtin}", "/01/{gtin}/"})
  ResponseEntity<String> product(@PathVariable String gtin, HttpServletRequest request) {
    Optional<Gtin> read = Gtin.read(gtin);
    if (read.isEmpty()) {
      return badSyntax(request);
    }
    return styles.existsGtin(read.get())
        ? Html.redirect(HttpStatus.TEMPORARY_REDIRECT, "/" + query(request))
        : Html.neverIssued(visitor.frame(request, "/"));
  }

  private ResponseEntity<String> resolve(String typed, ProductKey key, HttpServletRequest request) {
    Optional<Code> code =
        Serial.read(typed).flatMap(answers::find).filter(c -> c.line().key().equals(key));
    return code.map(found ->
            Html.redirect(
                HttpStatus.TEMPORARY_REDIRECT, "/scan/" + found.serial().text() + query(request)))
        .orElseGet(() -> Html.neverIssued(visitor.frame(request, "/"), typed));
  }

  private static String query(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? "" : "?" + query;
  }

  private ResponseEntity<String> badSyntax(HttpServletRequest request) {
    return Html.page(HttpStatus.BAD_REQUEST, Pages.error(visitor.frame(request, "/"), 400, null));
  }
}
