package cn.zhenrong.web;

import cn.zhenrong.party.Audit;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Gives every request an id: in the answer's `X-Request-Id`, in every log line, in every audit
/// row. It is always ours; one sent by the caller could forge a line of the log.
///
/// It names a request and protects nothing, so it need not be hard to guess, only never the same
/// twice: a number that began somewhere, scrambled.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter implements Filter {
  private final AtomicLong requests;

  RequestIdFilter(RandomGenerator random) {
    this.requests = new AtomicLong(random.nextLong());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (MDC.get(Audit.REQUEST_ID) != null) {
      // The container hands a failed request to the error page: it is the same request.
      chain.doFilter(request, response);
      return;
    }
    String id = HexFormat.of().toHexDigits(Scrambled.of(requests.getAndIncrement()));
    MDC.put(Audit.REQUEST_ID, id);
    ((HttpServletResponse) response).setHeader("X-Request-Id", id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(Audit.REQUEST_ID);
    }
  }
}
