package cn.zhenrong.web;

import cn.zhenrong.party.Audit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives every request an id: in the answer's `X-Request-Id`, in every log line, in every audit
/// row. It is always ours; one sent by the caller could forge a line of the log.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class RequestIdFilter extends OncePerRequestFilter {
  private final RandomGenerator random;

  RequestIdFilter(RandomGenerator random) {
    this.random = random;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = HexFormat.of().toHexDigits(random.nextLong());
    MDC.put(Audit.REQUEST_ID, id);
    response.setHeader("X-Request-Id", id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(Audit.REQUEST_ID);
    }
  }
}
