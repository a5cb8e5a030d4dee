package cn.zhenrong.lookup;

import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Pages;
import cn.zhenrong.party.Audit;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/// A page for a browser whose request was refused before any controller saw it, such as a torn
/// link. Machines get their problem+json from the error page of `web`.
@Component
class ErrorsForPeople extends AbstractHandlerMapping {
  private final Visitor visitor;

  ErrorsForPeople(Visitor visitor) {
    this.visitor = visitor;
    setOrder(Ordered.HIGHEST_PRECEDENCE);
  }

  @Override
  protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
    boolean person =
        request.getDispatcherType() == DispatcherType.ERROR && NothingThere.isBrowser(request);
    return person ? (HttpRequestHandler) this::answer : null;
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer known ? known : HttpStatus.BAD_REQUEST.value();
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Frame frame = visitor.frame(request, asked instanceof String path ? path : "/", true);
    ResponseEntity<byte[]> page =
        code == HttpStatus.BAD_REQUEST.value() && asked instanceof String path && isCode(path)
            ? PageController.Html.notOurs(frame, path)
            : PageController.Html.page(
                HttpStatus.valueOf(code), Pages.error(frame, code, Audit.requestId()));
    NothingThere.write(page, response);
  }

  /// Where a label leads.
  private static boolean isCode(String path) {
    return path.startsWith("/01/")
        || path.startsWith("/S/")
        || path.startsWith("/s/")
        || path.startsWith("/scan/");
  }
}
