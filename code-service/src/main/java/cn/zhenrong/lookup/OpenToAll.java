package cn.zhenrong.lookup;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets pages of any site read the resolver's answers, errors too, and answers `OPTIONS`
/// (GS1-Conformant Resolver 1.2.1, 2.2). Said to everybody and not only to browsers that name an
/// origin: then an answer that a cache keeps serves them all.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class OpenToAll extends OncePerRequestFilter {
  private static final Pattern RESOLVER =
      Pattern.compile("/(01|S|s)(/.*)?|/e[hx][^/]*/?|/\\.well-known/gs1resolver");

  private static final String METHODS = "GET, HEAD, OPTIONS";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !RESOLVER.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Link, Location, ETag");
    if (request.getMethod().equals("OPTIONS")) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      response.setHeader(HttpHeaders.ALLOW, METHODS);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, Accept-Language");
      response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
    } else {
      chain.doFilter(request, response);
    }
  }
}
