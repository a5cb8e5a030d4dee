package cn.zhenrong.web;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// The last resort: errors the container found before or after any controller. Same shape as all
/// others.
@Controller
class ErrorPage implements ErrorController {
  private final Problems problems;

  ErrorPage(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      // A download that broke off: an error behind its last good row would read as one more row.
      return;
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    problems.write(
        Problem.of(status instanceof Integer code ? kind(code) : ProblemKind.NOT_FOUND), response);
  }

  private static ProblemKind kind(int status) {
    return switch (status) {
      case 401 -> ProblemKind.NOT_SIGNED_IN;
      case 403 -> ProblemKind.NOT_ALLOWED;
      case 404 -> ProblemKind.NOT_FOUND;
      case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
      case 406 -> ProblemKind.NOT_ACCEPTABLE;
      case 413 -> ProblemKind.TOO_LARGE;
      case 415 -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
      case 503 -> ProblemKind.STORE_UNAVAILABLE;
      default -> status >= 500 ? ProblemKind.INTERNAL : ProblemKind.MALFORMED_REQUEST;
    };
  }
}
