package cn.zhenrong.lookup;

import cn.zhenrong.page.Pages;
import cn.zhenrong.party.Audit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/// A page for a browser that asks for what is not there: half a link, or one that was torn. Asked
/// last, so it takes nothing from any controller; machines go on to get their problem+json.
@Component
class NothingThere extends AbstractHandlerMapping {
  private final Visitor visitor;

  NothingThere(Visitor visitor) {
    this.visitor = visitor;
    setOrder(Ordered.LOWEST_PRECEDENCE);
  }

  @Override
  protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
    return isBrowser(request) ? (HttpRequestHandler) this::answer : null;
  }

  static boolean isBrowser(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return request.getMethod().equals("GET")
        && accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE);
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    ResponseEntity<byte[]> page =
        PageController.Html.page(
            HttpStatus.NOT_FOUND, Pages.error(visitor.frame(request), 404, Audit.requestId()));
    write(page, response);
  }

  /// Sends a page from where no controller is at work.
  static void write(ResponseEntity<byte[]> page, HttpServletResponse response) throws IOException {
    response.setStatus(page.getStatusCode().value());
    page.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    byte[] body = page.getBody();
    if (body != null) {
      response.getOutputStream().write(body);
    }
  }
}
