package cn.zhenrong.lookup;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Code;
import cn.zhenrong.problem.ProblemBody;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/// Answers the one request that comes by the thousand, `GET /api/v1/codes/{serial}` for JSON,
/// before Spring MVC and its filters see it. What is not plainly that, or cannot be answered at
/// once, goes on to [PublicCodeController]; both answer alike, byte for byte but the request's id.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FastLane implements Filter {
  private static final String PATH = "/api/v1/codes/";
  private static final String JSON = "application/json";

  private final Answers answers;
  private final Visitor visitor;
  private final AnswerJson json;
  private final NeverIssued neverIssued;
  private final AtomicLong requests;
  private final Counter found;
  private final Counter unknown;

  FastLane(
      Answers answers,
      Visitor visitor,
      AnswerJson json,
      JsonMapper mapper,
      RandomGenerator random,
      MeterRegistry meters) {
    this.answers = answers;
    this.visitor = visitor;
    this.json = json;
    this.neverIssued = NeverIssued.by(mapper);
    this.requests = new AtomicLong(random.nextLong());
    this.found = meters.counter("zhenrong.lookup.fast", "outcome", "found");
    this.unknown = meters.counter("zhenrong.lookup.fast", "outcome", "never-issued");
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answer
        && answered(asked, answer))) {
      chain.doFilter(request, response);
    }
  }

  private boolean answered(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    if (!path.startsWith(PATH) || !isPlain(request, path)) {
      return false;
    }
    byte @Nullable [] body;
    try {
      body = body(path.substring(PATH.length()), request);
    } catch (DataAccessException | TransactionException e) {
      return false;
    }
    String id = HexFormat.of().toHexDigits(mixed(requests.getAndIncrement()));
    headers(response, id);
    if (body == null) {
      unknown.increment();
      write(response, 404, "application/problem+json", neverIssued.bytes(id));
    } else {
      found.increment();
      write(response, 200, JSON, body);
    }
    return true;
  }

  /// Sixteen plain signs, and nobody asks for another form, from another site or as somebody.
  private static boolean isPlain(HttpServletRequest request, String path) {
    return path.length() == PATH.length() + Serial.LENGTH
        && request.getMethod().equals("GET")
        && isAlphanumeric(path)
        && acceptsJson(request.getHeader("Accept"))
        && request.getHeader("Authorization") == null
        && request.getHeader("Origin") == null;
  }

  private static boolean isAlphanumeric(String path) {
    for (int i = PATH.length(); i < path.length(); i++) {
      int c = path.charAt(i) | 0x20;
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean acceptsJson(@Nullable String accept) {
    return accept == null || accept.equals("*/*") || accept.equals(JSON);
  }

  private byte @Nullable [] body(String serial, HttpServletRequest request) {
    Code code = Serial.read(serial).flatMap(answers::find).orElse(null);
    if (code == null) {
      return null;
    }
    Answer answer = answers.answer(code, Visitor.signature(request), () -> visitor.device(request));
    return json.bytes(answer);
  }

  /// The same as the security chain and the controller send.
  private static void headers(HttpServletResponse response, String id) {
    response.setHeader("X-Request-Id", id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-XSS-Protection", "0");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  private static void write(HttpServletResponse response, int status, String type, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /// SplitMix64's finalizer: neighbours look nothing alike, and none comes twice.
  private static long mixed(long number) {
    long z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /// The answer to every serial that was never issued, ready but for the request's id.
  private record NeverIssued(byte[] before, byte[] after) {
    private static final String ID = "0123456789abcdef";

    static NeverIssued by(JsonMapper mapper) {
      String whole = mapper.writeValueAsString(ProblemBody.of(Documents.neverIssued(), 404, ID));
      int at = whole.indexOf(ID);
      return new NeverIssued(
          whole.substring(0, at).getBytes(StandardCharsets.UTF_8),
          whole.substring(at + ID.length()).getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes(String id) {
      byte[] all = Arrays.copyOf(before, before.length + ID.length() + after.length);
      byte[] middle = id.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(middle, 0, all, before.length, middle.length);
      System.arraycopy(after, 0, all, before.length + middle.length, after.length);
      return all;
    }
  }
}
