package cn.zhenrong.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something went wrong in a way the caller can understand. `web` turns it into problem+json (RFC
/// 9457).
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final transient @Nullable Words detail;
  private final transient List<FieldProblem> fields;
  private final transient Map<String, Object> members;

  private Problem(
      ProblemKind kind,
      @Nullable Words detail,
      List<FieldProblem> fields,
      Map<String, Object> members) {
    // No stack trace: a problem is an expected answer, and refusing input must stay cheap.
    super(kind.slug() + (detail == null ? "" : ": " + detail.en()), null, false, false);
    this.kind = kind;
    this.detail = detail;
    this.fields = List.copyOf(fields);
    this.members = Map.copyOf(members);
  }

  public static Problem of(ProblemKind kind) {
    return new Problem(kind, null, List.of(), Map.of());
  }

  public static Problem of(ProblemKind kind, Words detail) {
    return new Problem(kind, detail, List.of(), Map.of());
  }

  /// Input that breaks one rule in one field.
  public static Problem invalid(String field, String code, Words words) {
    return invalid(List.of(new FieldProblem(field, code, words)));
  }

  /// Input that breaks several rules; all of them are told at once.
  public static Problem invalid(List<FieldProblem> fields) {
    return new Problem(ProblemKind.INVALID_INPUT, fields.getFirst().words(), fields, Map.of());
  }

  /// The same problem with one more member in its JSON, such as the findings of a closed gate.
  public Problem with(String name, Object value) {
    Map<String, Object> more = new java.util.HashMap<>(members);
    more.put(name, value);
    return new Problem(kind, detail, fields, more);
  }

  /// The same problem with `prefix` put before every field, for a value that was read inside a
  /// larger body.
  public Problem under(String prefix) {
    List<FieldProblem> moved =
        fields.stream()
            .map(f -> new FieldProblem(join(prefix, f.field()), f.code(), f.words()))
            .toList();
    return new Problem(kind, detail, moved, members);
  }

  /// `parts` and `[0].part` make `parts[0].part`, `a` and `b` make `a.b`.
  private static String join(String prefix, String field) {
    boolean dotted = !field.isEmpty() && !field.startsWith("[") && !prefix.isEmpty();
    return prefix + (dotted ? "." : "") + field;
  }

  public ProblemKind kind() {
    return kind;
  }

  /// What happened this time, if the title does not say it all.
  public @Nullable Words detail() {
    return detail;
  }

  public List<FieldProblem> fields() {
    return fields;
  }

  public Map<String, Object> members() {
    return members;
  }
}
