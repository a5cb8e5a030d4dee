package cn.zhenrong.web;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stops reading a body that is larger than its path has use for, whether it says its length or
/// not. A form with files is read by the container, under the multipart settings; from strangers it
/// is taken only where one is wanted, and only if it says how long it is.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class BodyLimitFilter extends OncePerRequestFilter {
  private static final Texts TEXTS = Texts.beside(BodyLimitFilter.class);
  private static final int PUBLIC_LIMIT = 4 * 1024;
  // As much as the multipart settings take: a photo that is too large gets a page that says so.
  private static final int FORM_LIMIT = 11 * 1024 * 1024;
  private static final int CONFORMITY_LIMIT = 64 * 1024;
  private static final int CHECK_LIMIT = 256 * 1024;
  private static final int STAFF_LIMIT = 1024 * 1024;
  private static final int FILE_LIMIT = 10 * 1024 * 1024;
  // 100 000 rows of our own file of codes, signed.
  private static final int CODE_LIST_LIMIT = 48 * 1024 * 1024;

  private final Refusal refusal;

  BodyLimitFilter(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return isForm(request.getContentType()) && request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int limit = limit(request.getRequestURI(), request.getContentType());
    boolean form = isForm(request.getContentType());
    if (request.getContentLengthLong() > limit) {
      refusal.write(tooLarge(limit), request, response);
    } else if (form && request.getContentLengthLong() < 0) {
      refusal.write(
          Problem.of(ProblemKind.MALFORMED_REQUEST, TEXTS.words("body.no-length")),
          request,
          response);
    } else {
      chain.doFilter(form ? request : new Limited(request, limit), response);
    }
  }

  private static boolean isForm(@Nullable String type) {
    return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
  }

  private static int limit(String path, @Nullable String type) {
    if (path.equals("/api/v1/conformity")) {
      return CONFORMITY_LIMIT;
    }
    if (path.equals("/api/v1/codes/check")) {
      return CHECK_LIMIT;
    }
    if (isForm(type)
        && path.startsWith("/scan/")
        && (path.endsWith("/problem") || path.endsWith("/opened"))) {
      return FORM_LIMIT;
    }
    if (path.startsWith("/api/") && (path.endsWith("/file") || path.endsWith("/prefill"))) {
      return FILE_LIMIT;
    }
    if (path.startsWith("/api/")
        && path.endsWith("/spoilages")
        && type != null
        && type.startsWith("text/")) {
      return CODE_LIST_LIMIT;
    }
    return path.startsWith("/api/") ? STAFF_LIMIT : PUBLIC_LIMIT;
  }

  private static Problem tooLarge(int limit) {
    return Problem.of(ProblemKind.TOO_LARGE, TEXTS.words("body.too-large", limit / 1024));
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final int limit;

    Limited(HttpServletRequest request, int limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), limit);
    }
  }

  private static final class LimitedStream extends ServletInputStream {
    private final ServletInputStream in;
    private final int limit;
    private long read;

    LimitedStream(ServletInputStream in, int limit) {
      this.in = in;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int some = in.read(target, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int more) {
      read += more;
      if (read > limit) {
        throw tooLarge(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
