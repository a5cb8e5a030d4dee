package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Diameter;
import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The American way: where there is wool no number excuses a deviation, only a person can find it
/// unavoidable; and cashmere is a question of its diameter.
final class ExactRules implements ShareRules, Tolerances {
  private final Rules rules;
  private final Rule unavoidable;
  private final Rule undeclared;
  private final Limit each;
  private final Limit points;
  private final LumpRules lumps;
  private final ExceptedRules excepted;

  ExactRules(Rules rules) {
    this.rules = rules;
    unavoidable = rules.rule("W1");
    undeclared = rules.rule("T10");
    each = rules.limit("T10", "each");
    points = rules.limit("T4", "points");
    lumps = new LumpRules(rules, this);
    excepted = new ExceptedRules(rules);
  }

  /// No tolerance is known that could decide about a lump.
  @Override
  public Limit points(BigDecimal declared) {
    return points;
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
    for (Share share : found.rest()) {
      if (lump == null || share.fibre().kind().isAnimalHair()) {
        judgeUndeclared(share, findings);
      }
    }
    judgeShares(one, left, findings);
  }

  private void judgeUndeclared(Share share, Findings findings) {
    Facts facts = Facts.of(share.fibre(), null, share.percent());
    if (each.holdsAtMost(share.percent())) {
      findings.add(undeclared, null, Outcome.REVIEW, "undeclared.small.review", facts);
    } else {
      findings.add(undeclared, each, Outcome.FAIL, "undeclared.each.fail", facts);
    }
  }

  private void judgeShares(PartCase one, Left left, Findings findings) {
    boolean isWool = hasHair(one.declared()) || hasHair(one.measured());
    for (Share declared : one.declared()) {
      if (declared.fibre().kind() == FibreKind.OTHER) {
        continue;
      }
      BigDecimal measured = one.measuredOf(declared.fibre());
      Facts facts = Facts.of(declared.fibre(), declared.percent(), measured);
      if (left.isExact(declared.percent(), measured)) {
        findings.add(unavoidable, null, Outcome.PASS, "equal.pass", facts);
      } else if (isWool) {
        findings.add(unavoidable, null, Outcome.REVIEW, "unavoidable.review", facts);
      } else if (one.pure() != null) {
        findings.add(rules.rule("T1"), null, Outcome.FAIL, "pure.fail", facts);
      } else {
        boolean holds = left.holdsBetween(points, declared.percent(), measured);
        findings.check(holds, rules.rule("T4"), points, "points", facts);
      }
      if (declared.fibre().kind() == FibreKind.CASHMERE) {
        judgeFineness(one.diameter(), findings);
      }
    }
  }

  private void judgeFineness(@Nullable Diameter diameter, Findings findings) {
    judgeFigure(diameter == null ? null : diameter.mean(), "mean", findings);
    judgeFigure(diameter == null ? null : diameter.over30(), "over30", findings);
    judgeFigure(diameter == null ? null : diameter.cv(), "cv", findings);
  }

  private void judgeFigure(@Nullable BigDecimal figure, String name, Findings findings) {
    Rule fineness = rules.rule("M1");
    Limit limit = rules.limit("M1", name);
    if (figure == null) {
      Facts facts = Facts.NONE.allowing(limit.text());
      findings.add(fineness, null, Outcome.INCONCLUSIVE, "fineness." + name + ".missing", facts);
    } else {
      Facts facts = new Facts("", "", null, Facts.text(figure), null);
      findings.check(limit.holdsAtMost(figure), fineness, limit, "fineness." + name, facts);
    }
  }

  private static boolean hasHair(List<Share> shares) {
    for (Share share : shares) {
      if (share.fibre().kind().isAnimalHair() && share.percent().signum() > 0) {
        return true;
      }
    }
    return false;
  }
}
