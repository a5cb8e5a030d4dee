package cn.zhenrong.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A [Problem] as the members of problem+json (RFC 9457). Beyond the RFC's there are `titles` and
/// `details` in both languages, `fields`, `requestId`, and what the problem itself carries.
public final class ProblemBody {
  /// Before the slug of a kind, in `type`.
  public static final String TYPE_PREFIX = "urn:zhenrong:problem:";

  private static final int MOST_FIELDS = 100;

  private ProblemBody() {}

  /// @param status the answer's HTTP status
  /// @param requestId the id the answer carries in `X-Request-Id`
  public static Map<String, Object> of(Problem problem, int status, @Nullable String requestId) {
    Map<String, Object> body = new LinkedHashMap<>();
    Words title = problem.kind().title();
    body.put("type", TYPE_PREFIX + problem.kind().slug());
    body.put("title", title.zh());
    body.put("status", status);
    Words detail = problem.detail();
    if (detail != null) {
      body.put("detail", detail.zh());
    }
    body.put("titles", both(title));
    if (detail != null) {
      body.put("details", both(detail));
    }
    if (!problem.fields().isEmpty()) {
      body.put("fields", fields(problem.fields()));
    }
    body.putAll(problem.members());
    body.put("requestId", requestId);
    return body;
  }

  private static List<Map<String, Object>> fields(List<FieldProblem> fields) {
    return fields.stream()
        .limit(MOST_FIELDS)
        .map(f ->
            Map.<String, Object>of("field", f.field(), "code", f.code(), "words", both(f.words())))
        .toList();
  }

  private static Map<String, String> both(Words words) {
    Map<String, String> both = new LinkedHashMap<>();
    both.put("zh", words.zh());
    both.put("en", words.en());
    return both;
  }
}
