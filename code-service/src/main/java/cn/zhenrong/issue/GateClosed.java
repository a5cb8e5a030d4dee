package cn.zhenrong.issue;

import cn.zhenrong.evidence.Decision;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.util.Map;
import java.util.Set;

/// The answer to an application the gate does not open for: the whole decision stands in it.
final class GateClosed {
  /// Members of problem+json that a decision must not take the place of (RFC 9457 §3.1).
  private static final Set<String> TAKEN =
      Set.of("type", "title", "status", "detail", "instance", "titles", "details", "fields");

  private GateClosed() {}

  static Problem problem(Decision decision, String words) {
    Problem problem = IssueTexts.problem(ProblemKind.GATE_CLOSED, words);
    for (Map.Entry<String, Object> member : decision.json().entrySet()) {
      if (!TAKEN.contains(member.getKey()) && member.getValue() != null) {
        problem = problem.with(member.getKey(), member.getValue());
      }
    }
    return problem.with("verdict", decision.verdict());
  }
}
