package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Fibre;
import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The European way: what is neither declared nor left out as decoration is extraneous and has a
/// limit, higher for carded goods; each declared share has one tolerance on what is left.
final class ByExtraneousRules implements ShareRules, Tolerances {
  private final Rules rules;
  private final Rule pure;
  private final Rule share;
  private final Rule addition;
  private final Limit points;
  private final LumpRules lumps;
  private final ExceptedRules excepted;

  ByExtraneousRules(Rules rules) {
    this.rules = rules;
    pure = rules.rule("T1");
    share = rules.rule("T4");
    addition = rules.rule("A20");
    points = rules.limit("T4", "points");
    lumps = new LumpRules(rules, this);
    excepted = new ExceptedRules(rules);
  }

  @Override
  public Limit points(BigDecimal declared) {
    return points;
  }

  @Override
  public void judge(PartCase one, Notes notes, Findings findings) {
    if (notes.virgin()) {
      findings.add(rules.rule("A8"), null, Outcome.REVIEW, "virgin.review", Facts.NONE);
    }
    Undeclared found = Undeclared.of(one, Cover.NONE, notes.exception(), true);
    Share lump = one.declaredOf(FibreKind.OTHER);
    List<Share> extraneous = lump == null ? found.rest() : List.of();
    Left left = Left.ALL;
    if (lump != null) {
      lumps.judge(one, lump, true, findings);
    } else {
      left = excepted.leaveOut(found.excepted(), findings);
    }
    if (!extraneous.isEmpty()) {
      judgeExtraneous(one.pure() != null, extraneous, left, notes, findings);
    }
    if (one.pure() == null) {
      judgeShares(one, extraneous, left, findings);
    } else if (extraneous.isEmpty()) {
      Share only = one.declared().getFirst();
      BigDecimal measured = one.measuredOf(only.fibre());
      Facts facts = Facts.of(only.fibre(), only.percent(), measured);
      findings.add(pure, null, Outcome.PASS, "pure.pass", facts);
    }
  }

  private void judgeExtraneous(
      boolean isPure, List<Share> extraneous, Left left, Notes notes, Findings findings) {
    Rule rule = isPure ? pure : rules.rule("T10");
    Limit low = rules.limit(rule.id(), "extraneous");
    Limit high = rules.limit(rule.id(), "extraneous-carded");
    BigDecimal total = PartCase.sum(extraneous);
    Facts facts = Facts.together(extraneous, total);
    Spinning spinning = notes.spinning();
    Limit limit = spinning == Spinning.CARDED ? high : low;
    if (left.holdsAtMost(limit, total)) {
      findings.add(rule, limit, Outcome.PASS, "extraneous.pass", facts);
    } else if (mayBeDecoration(extraneous, left, high)) {
      findings.add(rules.rule("T7"), null, Outcome.REVIEW, "decoration.review", facts);
    } else if (spinning == null && left.holdsAtMost(high, total)) {
      Facts both = facts.allowing(low.text() + " / " + high.text());
      findings.add(rule, null, Outcome.REVIEW, "spinning.review", both);
    } else {
      findings.add(rule, limit, Outcome.FAIL, "extraneous.fail", facts);
    }
  }

  /// Whether it might all be in order if the metal and elastic in it were decoration or against
  /// static, which no report says.
  private boolean mayBeDecoration(List<Share> extraneous, Left left, Limit high) {
    List<Share> decoration = new ArrayList<>(2);
    List<Share> rest = new ArrayList<>(2);
    for (Share one : extraneous) {
      boolean isDecoration = one.fibre().kind() == FibreKind.METAL;
      (isDecoration ? decoration : rest).add(one);
    }
    return !decoration.isEmpty()
        && rules.limit("T7", "share").holdsAtMost(PartCase.sum(decoration))
        && left.without(decoration).holdsAtMost(high, PartCase.sum(rest));
  }

  private void judgeShares(PartCase one, List<Share> extraneous, Left left, Findings findings) {
    Left reduced = left.without(extraneous);
    boolean together = mayAddUp(one, extraneous);
    for (Share declared : one.declared()) {
      if (declared.fibre().kind() == FibreKind.OTHER) {
        continue;
      }
      BigDecimal measured = one.measuredOf(declared.fibre());
      Facts facts = Facts.of(declared.fibre(), declared.percent(), measured);
      boolean holds = reduced.holdsBetween(points, declared.percent(), measured);
      boolean alone = left.holdsBetween(points, declared.percent(), measured);
      if (together || holds == alone) {
        findings.check(holds, share, points, "points", facts);
      } else {
        findings.add(addition, null, Outcome.REVIEW, "addition.review", facts);
      }
      if (measured.signum() == 0) {
        findings.add(rules.rule("G4"), null, Outcome.FAIL, "named.fail", facts);
      }
    }
  }

  /// Whether each extraneous fibre is surely of the same chemical type as a declared one.
  private static boolean mayAddUp(PartCase one, List<Share> extraneous) {
    for (Share found : extraneous) {
      boolean same = false;
      for (Share declared : one.declared()) {
        same |= isSameType(found.fibre(), declared.fibre());
      }
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSameType(Fibre found, Fibre declared) {
    FibreKind kind = found.kind();
    boolean hair = kind.isAnimalHair() && declared.kind().isAnimalHair();
    return hair || (kind == declared.kind() && (kind == FibreKind.SILK || kind == FibreKind.PLANT));
  }
}
