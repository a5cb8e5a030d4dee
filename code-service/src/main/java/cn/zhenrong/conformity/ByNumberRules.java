package cn.zhenrong.conformity;

import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.util.List;

/// The Japanese way: the tolerance follows from the number that is declared, and is wider within
/// the wool group; 100 % may fall short by a little. Nothing was read on undeclared fibre in a
/// blend.
final class ByNumberRules implements ShareRules, Tolerances {
  private static final BigDecimal FIVE = new BigDecimal(5);

  private final Rules rules;
  private final LabelWords words;
  private final Rule share;
  private final Limit ofFive;
  private final Limit other;
  private final Limit withinWool;
  private final LumpRules lumps;
  private final ExceptedRules excepted;

  ByNumberRules(Rules rules, LabelWords words) {
    this.rules = rules;
    this.words = words;
    share = rules.rule("T4");
    ofFive = rules.limit("T4", "points-of-five");
    other = rules.limit("T4", "points");
    withinWool = rules.limit("T4", "points-wool");
    lumps = new LumpRules(rules, this);
    excepted = new ExceptedRules(rules);
  }

  @Override
  public Limit points(BigDecimal declared) {
    return declared.remainder(FIVE).signum() == 0 ? ofFive : other;
  }

  @Override
  public void judge(PartCase one, Notes notes, Findings findings) {
    Undeclared found = Undeclared.of(one, Cover.NONE, notes.exception(), true);
    Left left = Left.ALL;
    Share lump = one.declaredOf(FibreKind.OTHER);
    if (lump != null) {
      lumps.judge(one, lump, true, findings);
    } else {
      left = excepted.leaveOut(found.excepted(), findings);
    }
    if (one.pure() != null) {
      judgePure(one, notes, left, findings);
      return;
    }
    if (lump == null && !found.rest().isEmpty()) {
      BigDecimal total = PartCase.sum(found.rest());
      Facts facts = Facts.together(found.rest(), total);
      findings.add(rules.rule("T10"), null, Outcome.FAIL, "undeclared.any.fail", facts);
    }
    judgeShares(one, left, findings);
  }

  /// 100 % may be short by a few points; more only for yarn spun from waste with a note that says
  /// so, and whether a note does is for a person.
  private void judgePure(PartCase one, Notes notes, Left left, Findings findings) {
    Share claimed = one.declared().getFirst();
    Rule rule = rules.rule("T1");
    boolean isWool = isInWoolGroup(claimed);
    Limit limit = rules.limit("T1", isWool ? "short-wool" : "short");
    Limit woollen = rules.limit("T1", "short-woollen");
    BigDecimal measured = one.measuredOf(claimed.fibre());
    BigDecimal missing = left.base().subtract(measured).max(BigDecimal.ZERO);
    Facts facts = Facts.of(claimed.fibre(), claimed.percent(), measured);
    if (left.holdsAtMost(limit, missing)) {
      findings.add(rule, limit, Outcome.PASS, "short.pass", facts);
    } else if (notes.woollen() && left.holdsAtMost(woollen, missing)) {
      findings.add(rule, woollen, Outcome.REVIEW, "short.woollen.review", facts);
    } else {
      findings.add(rule, limit, Outcome.FAIL, "short.fail", facts);
    }
  }

  private void judgeShares(PartCase one, Left left, Findings findings) {
    boolean amongWool = wool(one.declared()) > 1;
    for (Share declared : one.declared()) {
      if (declared.fibre().kind() == FibreKind.OTHER) {
        continue;
      }
      BigDecimal percent = declared.percent();
      Limit points = amongWool && isInWoolGroup(declared) ? withinWool : points(percent);
      BigDecimal measured = one.measuredOf(declared.fibre());
      Facts facts = Facts.of(declared.fibre(), percent, measured);
      findings.check(left.holdsBetween(points, percent, measured), share, points, "points", facts);
      if (measured.signum() == 0) {
        findings.add(rules.rule("G4"), null, Outcome.FAIL, "named.fail", facts);
      }
    }
  }

  private int wool(List<Share> declared) {
    int wool = 0;
    for (Share one : declared) {
      wool += isInWoolGroup(one) ? 1 : 0;
    }
    return wool;
  }

  private boolean isInWoolGroup(Share one) {
    return words.say("wool-group-japan", one.fibre().name());
  }
}
