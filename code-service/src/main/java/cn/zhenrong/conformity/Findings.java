package cn.zhenrong.conformity;

import cn.zhenrong.problem.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers the findings of one part. The one place where a rule or number known from memory is kept
/// from deciding.
final class Findings {
  private final List<Finding> findings = new ArrayList<>(6);
  private Outcome worst = Outcome.PASS;

  /// Notes what a rule says.
  ///
  /// @param limit the number the outcome rests on, if there is one
  /// @param key of the text
  void add(Rule rule, @Nullable Limit limit, Outcome outcome, String key, Facts facts) {
    add(rule, limit, outcome, key, "", facts);
  }

  /// Notes whether a fibre keeps within a number; the text's key ends in `pass` or `fail`.
  void check(boolean holds, Rule rule, Limit limit, String key, Facts facts) {
    Outcome outcome = holds ? Outcome.PASS : Outcome.FAIL;
    add(rule, limit, outcome, key, holds ? ".pass" : ".fail", facts);
  }

  private void add(
      Rule rule, @Nullable Limit limit, Outcome outcome, String key, String ending, Facts facts) {
    boolean unsure = isUnsure(rule, limit, outcome);
    Outcome counted = unsure ? Outcome.REVIEW : outcome;
    String allowed = facts.allowed() == null && limit != null ? limit.text() : facts.allowed();
    String fibre = facts.zh().isEmpty() ? null : facts.zh();
    findings.add(
        new Finding(
            rule.id(),
            rule.clause(),
            fibre,
            facts.declared(),
            facts.measured(),
            allowed,
            counted,
            new LaidOutWords(key, ending, rule.id(), facts, allowed, unsure)));
    worst = worst.worse(counted);
  }

  /// Notes why nothing can be compared; the facts are texts of their own, not fibres.
  void addTold(Rule rule, Outcome outcome, String key, Facts told, @Nullable String measured) {
    findings.add(
        new Finding(
            rule.id(),
            rule.clause(),
            null,
            null,
            measured,
            null,
            outcome,
            new LaidOutWords(key, "", rule.id(), told, null, false)));
    worst = worst.worse(outcome);
  }

  /// Notes a name the label may not use, with the words of the vocabulary.
  void addName(Rule rule, @Nullable String declared, Words words) {
    Outcome counted = isUnsure(rule, null, Outcome.FAIL) ? Outcome.REVIEW : Outcome.FAIL;
    findings.add(
        new Finding(rule.id(), rule.clause(), null, declared, null, null, counted, () -> words));
    worst = worst.worse(counted);
  }

  Outcome worst() {
    return worst;
  }

  PartVerdict verdict(String part) {
    return new PartVerdict(part, worst, List.copyOf(findings));
  }

  /// Takes over only what fails, for a report whose other results cannot be relied on.
  void addFailuresOf(Findings others) {
    for (Finding finding : others.findings) {
      if (finding.outcome() == Outcome.FAIL) {
        findings.add(finding);
        worst = Outcome.FAIL;
      }
    }
  }

  private static boolean isUnsure(Rule rule, @Nullable Limit limit, Outcome outcome) {
    boolean known = rule.confidence().decides() && (limit == null || limit.confidence().decides());
    return !known && (outcome == Outcome.PASS || outcome == Outcome.FAIL);
  }
}
