package cn.zhenrong.lookup;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.code.ProductKey;
import cn.zhenrong.code.PublicBase;
import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Code;
import cn.zhenrong.party.Audit;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemBody;
import cn.zhenrong.problem.ProblemKind;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/// Answers what comes by the thousand before Spring MVC and its filters see it: `GET
/// /api/v1/codes/{serial}` for JSON, a printed code opened by a camera, and the beacon of a page.
/// What is not plainly that, or cannot be answered at once, goes on to [PublicCodeController],
/// [ResolverController] and [PageController]; they answer alike, byte for byte but the request's id
/// (docs/decisions/0096).
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class FastLane implements Filter {
  private static final String PATH = "/api/v1/codes/";
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  /// More than a serial has, so that one that is too long is answered like any other that is wrong.
  private static final int LONGEST = 32;

  private final Answers answers;
  private final Visitor visitor;
  private final AnswerJson json;
  private final NeverIssued neverIssued;
  private final String origin;
  private final Counter found;
  private final Counter unknown;
  private final Counter redirected;
  private final Counter counted;
  private final Beacons beacons;
  private final JsonMapper mapper;

  FastLane(
      Answers answers,
      Visitor visitor,
      AnswerJson json,
      JsonMapper mapper,
      Beacons beacons,
      PublicBase base,
      MeterRegistry meters) {
    this.answers = answers;
    this.visitor = visitor;
    this.json = json;
    this.neverIssued = NeverIssued.by(mapper);
    this.origin = base.origin();
    this.found = meters.counter("zhenrong.lookup.fast", "outcome", "found");
    this.unknown = meters.counter("zhenrong.lookup.fast", "outcome", "never-issued");
    this.beacons = beacons;
    this.mapper = mapper;
    this.counted = meters.counter("zhenrong.lookup.fast", "outcome", "counted");
    this.redirected = meters.counter("zhenrong.lookup.fast", "outcome", "redirected");
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    String path = asked.getRequestURI();
    switch (asked.getMethod()) {
      case "GET" -> {
        if (!answered(asked, path, answer)) {
          chain.doFilter(request, response);
        }
      }
      case "POST" -> {
        if (path.equals("/scans") && Beacons.isPlain(asked)) {
          count(asked, answer, chain);
        } else {
          chain.doFilter(request, response);
        }
      }
      default -> chain.doFilter(request, response);
    }
  }

  /// What was read of the body and cannot be used here is read again behind.
  private void count(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    byte[] body = request.getInputStream().readNBytes(request.getContentLength());
    switch (beacons.count(body, visitor.sender(request))) {
      case COUNTED -> {
        counted.increment();
        headers(response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      case REFUSED -> {
        response.setHeader("Retry-After", "5");
        byte[] problem =
            mapper.writeValueAsBytes(
                ProblemBody.of(
                    Problem.of(ProblemKind.STORE_UNAVAILABLE), UNAVAILABLE, Audit.requestId()));
        headers(response);
        begin(response, UNAVAILABLE, PROBLEM, problem.length);
        response.getOutputStream().write(problem);
      }
      case UNREAD -> chain.doFilter(new Beacons.Again(request, body), response);
    }
  }

  private boolean answered(HttpServletRequest request, String path, HttpServletResponse response)
      throws IOException {
    try {
      if (path.startsWith(PATH)) {
        return isPlain(request, path) && answer(request, path, response);
      }
      return (path.startsWith("/01/") || path.startsWith("/S/"))
          && PlainRequest.isPlain(path, request.getQueryString(), request.getHeader("Accept"))
          && redirect(request, path, response);
    } catch (DataAccessException | TransactionException e) {
      return false;
    }
  }

  /// Plain signs and few, and nobody asks for another form, from another site or as somebody.
  private static boolean isPlain(HttpServletRequest request, String path) {
    return path.length() > PATH.length()
        && path.length() <= PATH.length() + LONGEST
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

  private boolean answer(HttpServletRequest request, String path, HttpServletResponse response)
      throws IOException {
    Optional<Code> code = Serial.read(path.substring(PATH.length())).flatMap(answers::find);
    if (code.isEmpty()) {
      unknown.increment();
      byte[] body = neverIssued.bytes(String.valueOf(Audit.requestId()));
      guard(response);
      begin(response, NOT_FOUND, PROBLEM, body.length);
      response.getOutputStream().write(body);
      return true;
    }
    AnswerJson.Body body =
        json.of(answers.answer(code.get(), Visitor.signature(request), visitor.sender(request)));
    found.increment();
    guard(response);
    begin(response, 200, JSON, body.length());
    body.writeTo(response.getOutputStream());
    return true;
  }

  /// A code that was never issued gets its page from the controller.
  private boolean redirect(HttpServletRequest request, String path, HttpServletResponse response) {
    Serial serial = Serial.read(path.substring(path.length() - Serial.LENGTH)).orElse(null);
    if (serial == null) {
      return false;
    }
    Code code = answers.find(serial).orElse(null);
    if (code == null || !code.line().key().equals(key(path))) {
      return false;
    }
    redirected.increment();
    headers(response);
    response.setStatus(307);
    response.setHeader(
        "Location",
        PlainRequest.location(
            "/scan/" + serial.text(),
            request.getQueryString(),
            request.getHeader("Accept-Language")));
    response.setHeader(
        "Link",
        "<"
            + origin
            + path
            + "?linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\"");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "Link, Location, ETag");
    response.setHeader("Vary", "Accept, Accept-Language");
    response.setContentLength(0);
    return true;
  }

  private static @Nullable ProductKey key(String path) {
    return path.startsWith("/S/")
        ? ProductKey.none()
        : Gtin.read(path.substring(4, 4 + Gtin.LENGTH)).map(ProductKey::of).orElse(null);
  }

  private static void begin(HttpServletResponse response, int status, String type, int length) {
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(length);
  }

  /// The same as the security chain and the controllers send with data: it is shown in no frame,
  /// has no links and runs nothing.
  private static void guard(HttpServletResponse response) {
    response.addHeader("X-Content-Type-Options", "nosniff");
    response.addHeader("Cache-Control", "no-store");
    response.addHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  /// The same as they send where a page may follow.
  private static void headers(HttpServletResponse response) {
    guard(response);
    response.addHeader("X-XSS-Protection", "0");
    response.addHeader("X-Frame-Options", "DENY");
    response.addHeader("Referrer-Policy", "no-referrer");
  }

  /// The answer to every serial that was never issued, ready but for the request's id.
  private record NeverIssued(byte[] before, byte[] after) {
    private static final String ID = "0123456789abcdef";

    static NeverIssued by(JsonMapper mapper) {
      String whole =
          mapper.writeValueAsString(ProblemBody.of(Documents.neverIssued(), NOT_FOUND, ID));
      int at = whole.indexOf(ID);
      return new NeverIssued(
          whole.substring(0, at).getBytes(StandardCharsets.UTF_8),
          whole.substring(at + ID.length()).getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes(String id) {
      byte[] middle = id.getBytes(StandardCharsets.US_ASCII);
      byte[] all = Arrays.copyOf(before, before.length + middle.length + after.length);
      System.arraycopy(middle, 0, all, before.length, middle.length);
      System.arraycopy(after, 0, all, before.length + middle.length, after.length);
      return all;
    }
  }
}
