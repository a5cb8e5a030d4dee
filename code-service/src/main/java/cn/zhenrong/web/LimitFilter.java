package cn.zhenrong.web;

import cn.zhenrong.scan.ClientAddress;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Stands before everything a stranger may ask and lets each ask as much as the limits say. What a
/// request was about it learns from its answer: 404 on the path of a code.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class LimitFilter implements Filter {
  private final boolean enabled;
  private final Admission admission;
  private final ClientAddress addresses;
  private final Refusal refusal;
  private final long start = System.nanoTime();

  LimitFilter(
      LimitSettings settings, Admission admission, ClientAddress addresses, Refusal refusal) {
    this.enabled = settings.enabled();
    this.admission = admission;
    this.addresses = addresses;
    this.refusal = refusal;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    Route route = enabled ? Route.of(asked) : Route.STAFF;
    if (route == Route.STAFF) {
      chain.doFilter(request, response);
      return;
    }
    limited(asked, (HttpServletResponse) response, route, chain);
  }

  private void limited(
      HttpServletRequest request, HttpServletResponse response, Route route, FilterChain chain)
      throws IOException, ServletException {
    long network = Network.of(addresses.of(request));
    if (route == Route.CHECK) {
      String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
      if (goesOn(admission.admitCheck(network, hash(credentials), now()), request, response)) {
        chain.doFilter(request, response);
      }
      return;
    }
    if (network == Network.NONE) {
      chain.doFilter(request, response);
      return;
    }
    long client = client(request);
    if (!goesOn(admission.admit(network, client, now()), request, response)) {
      return;
    }
    if (route == Route.REPORT
        && !goesOn(admission.admitReport(network, client, now()), request, response)) {
      return;
    }
    chain.doFilter(request, response);
    if (route == Route.CODE && response.getStatus() == HttpServletResponse.SC_NOT_FOUND) {
      admission.invalid(network, client, now());
    }
  }

  private boolean goesOn(long wait, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (wait < 0) {
      refusal.write(-wait, request, response);
      return false;
    }
    if (wait == 0) {
      return true;
    }
    try {
      admission.await(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      refusal.write(wait, request, response);
      return false;
    }
  }

  private static long client(HttpServletRequest request) {
    return (long) hash(request.getHeader(HttpHeaders.USER_AGENT)) << 32
        ^ hash(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static int hash(@Nullable String header) {
    return header == null ? 0 : header.hashCode();
  }

  private long now() {
    return System.nanoTime() - start;
  }
}
