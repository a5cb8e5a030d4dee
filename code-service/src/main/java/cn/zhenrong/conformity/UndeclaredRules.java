package cn.zhenrong.conformity;

import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Fibres the report finds and the label does not name: trace (T6), excepted decoration (T7), wool
/// in a cashmere blend (T11), cashmere in pure wool (T12), and what fails (T1, T3, T10).
final class UndeclaredRules {
  private final Limit traceTotal;
  private final Rule trace;
  private final Rules rules;

  UndeclaredRules(Rules rules) {
    this.rules = rules;
    trace = rules.rule("T6");
    traceTotal = rules.limit("T6", "total");
  }

  void judge(PartCase one, Cover cover, Undeclared found, Notes notes, Findings findings) {
    if (found.isEmpty() || isTrace(found.all(), findings)) {
      return;
    }
    if (!found.excepted().isEmpty()) {
      judgeExcepted(found.excepted(), notes, findings);
    }
    List<Share> rest = found.rest();
    if (cover == Cover.WOOL_IN_BLEND && !found.covered().isEmpty()) {
      rest = judgeWoolInBlend(one, found, findings);
    } else if (cover == Cover.CASHMERE_IN_WOOL && !found.covered().isEmpty()) {
      Facts facts = Facts.together(found.covered(), PartCase.sum(found.covered()));
      findings.add(rules.rule("T12"), null, Outcome.PASS, "cashmere-in-wool.pass", facts);
    }
    if (!rest.isEmpty() && !isTrace(rest, findings)) {
      fail(rest, one, cover, findings);
    }
  }

  /// Notes the trace if it is one.
  private boolean isTrace(List<Share> shares, Findings findings) {
    BigDecimal total = PartCase.sum(shares);
    boolean isTrace = traceTotal.holdsAtMost(total);
    if (isTrace) {
      findings.add(trace, traceTotal, Outcome.PASS, "trace.pass", Facts.together(shares, total));
    }
    return isTrace;
  }

  private void fail(List<Share> rest, PartCase one, Cover cover, Findings findings) {
    String rule = cover == Cover.WOOL_IN_CASHMERE ? "T3" : one.pure() != null ? "T1" : "T10";
    boolean mayBeDecoration =
        rest.stream()
            .map(s -> s.fibre().kind())
            .allMatch(k -> k == FibreKind.METAL || k == FibreKind.ELASTIC);
    findings.add(
        rules.rule(rule),
        traceTotal,
        Outcome.FAIL,
        mayBeDecoration ? "undeclared.decoration.fail" : "undeclared.fail",
        Facts.together(rest, PartCase.sum(rest)));
  }

  private void judgeExcepted(List<Share> excepted, Notes notes, Findings findings) {
    Limit limit =
        rules.limit("T7", notes.spinning() == Spinning.CARDED ? "woollen-share" : "share");
    BigDecimal total = PartCase.sum(excepted);
    findings.check(
        limit.holdsAtMost(total),
        rules.rule("T7"),
        limit,
        "excepted",
        Facts.together(excepted, total));
  }

  /// Notes what T11 says of the wool it is about.
  ///
  /// @return the fibres it is not about, among them a line 绵羊毛 too large to be read as 疑似羊毛
  private List<Share> judgeWoolInBlend(PartCase one, Undeclared found, Findings findings) {
    Limit line = rules.limit("T11", "wool-line");
    List<Share> wool = new ArrayList<>(2);
    List<Share> rest = new ArrayList<>(found.rest());
    for (Share share : found.covered()) {
      boolean isWoolLike = share.fibre().kind() == FibreKind.WOOL_LIKE;
      (isWoolLike || line.holdsAtMost(share.percent()) ? wool : rest).add(share);
    }
    Share cashmere = one.declaredOf(FibreKind.CASHMERE);
    if (!wool.isEmpty() && cashmere != null) {
      Limit percent = rules.limit("T11", "percent-of-declared");
      BigDecimal allowed =
          cashmere.percent().multiply(percent.value()).movePointLeft(2).stripTrailingZeros();
      BigDecimal total = PartCase.sum(wool);
      Facts facts = Facts.together(wool, total).allowing("≤" + allowed.toPlainString());
      findings.check(
          total.compareTo(allowed) <= 0, rules.rule("T11"), percent, "wool-in-blend", facts);
    }
    return rest;
  }
}
