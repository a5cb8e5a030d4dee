package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Fibre;
import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A label that says 100 %: T1, and T2 for cashmere.
final class PureRules {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Rule pure;
  private final Rule cashmere;
  private final Limit leastCashmere;
  private final Limit mostWool;

  PureRules(Rules rules) {
    pure = rules.rule("T1");
    cashmere = rules.rule("T2");
    leastCashmere = rules.limit("T2", "cashmere");
    mostWool = rules.limit("T2", "wool-like");
  }

  /// Judges the fibre that is claimed alone, after what else was found has been judged.
  void judge(PartCase one, Fibre claimed, Undeclared found, Findings findings) {
    BigDecimal measured = one.measuredOf(claimed);
    Facts facts = Facts.of(claimed, one.declared().getFirst().percent(), measured);
    if (claimed.kind() == FibreKind.CASHMERE) {
      judgeCashmere(one, measured, facts, found, findings);
    } else if (findings.worst() == Outcome.PASS) {
      findings.add(pure, null, Outcome.PASS, "pure.pass", facts);
    }
  }

  private void judgeCashmere(
      PartCase one, BigDecimal measured, Facts facts, Undeclared found, Findings findings) {
    List<Share> excepted = found.excepted();
    boolean enough = compare(measured, leastCashmere, excepted) >= 0;
    findings.check(enough, cashmere, leastCashmere, "cashmere", facts);
    List<Share> wool = new ArrayList<>(2);
    boolean isRead = false;
    for (Share share : one.undeclared()) {
      if (Cover.WOOL_IN_CASHMERE.isFor(share.fibre().kind())) {
        wool.add(share);
        isRead |= share.fibre().kind() == FibreKind.SHEEP_WOOL;
      }
    }
    if (!wool.isEmpty()) {
      BigDecimal total = PartCase.sum(wool);
      boolean little = compare(total, mostWool, excepted) <= 0;
      String key = isRead ? "wool.read" : "wool";
      findings.check(little, cashmere, mostWool, key, Facts.together(wool, total));
    }
  }

  /// Compares a share with a limit. What T7 leaves out is no part of the total, so the limit is
  /// then one of what is left; what T6 leaves out does not change the numbers.
  private static int compare(BigDecimal share, Limit limit, List<Share> excepted) {
    if (excepted.isEmpty()) {
      return share.compareTo(limit.value());
    }
    BigDecimal base = HUNDRED.subtract(PartCase.sum(excepted));
    return share.multiply(HUNDRED).compareTo(limit.value().multiply(base));
  }
}
