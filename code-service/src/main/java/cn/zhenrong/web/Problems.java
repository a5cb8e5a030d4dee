package cn.zhenrong.web;

import cn.zhenrong.party.Audit;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemBody;
import cn.zhenrong.problem.ProblemKind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes a [Problem] as problem+json (RFC 9457), with the members [ProblemBody] gives it.
@Component
class Problems {
  private final JsonMapper json;

  Problems(JsonMapper json) {
    this.json = json;
  }

  ResponseEntity<Map<String, Object>> answer(Problem problem) {
    return ResponseEntity.status(status(problem.kind()))
        .headers(headers(problem.kind()))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body(problem));
  }

  /// For the places where no controller is at work, such as filters.
  void write(Problem problem, HttpServletResponse response) throws IOException {
    response.setStatus(status(problem.kind()).value());
    headers(problem.kind())
        .forEach((name, values) -> {
          // Whoever knows better when to come again has said so already.
          if (!name.equals(HttpHeaders.RETRY_AFTER) || !response.containsHeader(name)) {
            response.setHeader(name, values.getFirst());
          }
        });
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    byte[] bytes = json.writeValueAsBytes(body(problem));
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  static HttpStatus status(ProblemKind kind) {
    return switch (kind) {
      case MALFORMED_REQUEST -> HttpStatus.BAD_REQUEST;
      case NOT_SIGNED_IN -> HttpStatus.UNAUTHORIZED;
      case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
      case NOT_FOUND, NEVER_ISSUED -> HttpStatus.NOT_FOUND;
      case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> HttpStatus.NOT_ACCEPTABLE;
      case STATE_CONFLICT, ALREADY_EXISTS -> HttpStatus.CONFLICT;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case UNSUPPORTED_MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case INVALID_INPUT, IDEMPOTENCY_KEY_REUSED, GATE_CLOSED, COVERAGE_EXCEEDED, QUOTA_EXCEEDED ->
          HttpStatus.UNPROCESSABLE_CONTENT;
      case TOO_MANY_REQUESTS -> HttpStatus.TOO_MANY_REQUESTS;
      case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
      case STORE_UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  private static HttpHeaders headers(ProblemKind kind) {
    HttpHeaders headers = new HttpHeaders();
    headers.setCacheControl("no-store");
    switch (kind) {
      case NOT_SIGNED_IN -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"zhenrong\"");
      case TOO_MANY_REQUESTS -> headers.set(HttpHeaders.RETRY_AFTER, "60");
      case STORE_UNAVAILABLE -> headers.set(HttpHeaders.RETRY_AFTER, "5");
      default -> {}
    }
    return headers;
  }

  private static Map<String, Object> body(Problem problem) {
    return ProblemBody.of(problem, status(problem.kind()).value(), Audit.requestId());
  }
}
