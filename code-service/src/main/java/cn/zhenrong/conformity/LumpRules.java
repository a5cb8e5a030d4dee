package cn.zhenrong.conformity;

import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// T9: 其他纤维 on the label takes up everything the label does not name and is judged as one declared
/// fibre.
final class LumpRules {
  private final Rule rule;
  private final Limit each;
  private final Limit alone;
  private final Limit most;
  private final Limit found;
  private final Tolerances tolerances;

  LumpRules(Rules rules, Tolerances tolerances) {
    this.tolerances = tolerances;
    rule = rules.rule("T9");
    each = rules.limit("T9", "each");
    alone = rules.limitOr("T9", "alone", each);
    most = rules.limit("T9", "lump");
    found = rules.limit("T5b", "found");
  }

  /// @param withHair whether the method tells one animal hair from another; if not, the hair in the
  ///   lump is not known and only what is there without it can be too much
  void judge(PartCase one, Share lump, boolean withHair, Findings findings) {
    List<Share> parts = lumped(one, withHair);
    BigDecimal measured = PartCase.sum(parts);
    Facts facts = Facts.of(lump.fibre(), lump.percent(), measured);
    if (withHair || measured.compareTo(lump.percent()) > 0) {
      judgePoints(lump, measured, facts, findings);
    }
    if (withHair && tolerances.mustBeFound(lump.percent())) {
      findings.check(measured.signum() > 0, rule, found, "found", facts);
    }
    if (!most.holdsAtMost(measured) && most.holdsAtMost(lump.percent())) {
      findings.add(rule, most, Outcome.REVIEW, "lump.measured.review", facts);
    }
    Limit single = parts.size() == 1 ? alone : each;
    for (Share share : parts) {
      judgeEach(share, lump, single, findings);
    }
  }

  private void judgePoints(Share lump, BigDecimal measured, Facts facts, Findings findings) {
    Limit points = tolerances.points(lump.percent());
    if (measured.compareTo(lump.percent()) == 0 && !points.confidence().decides()) {
      // No tolerance is used, so it does not matter how well it is known.
      findings.add(rule, null, Outcome.PASS, "equal.pass", facts);
    } else {
      boolean holds = points.holdsBetween(lump.percent(), measured);
      findings.check(holds, rule, points, "points", facts);
    }
  }

  private void judgeEach(Share share, Share lump, Limit each, Findings findings) {
    if (each.holdsAtMost(share.percent())) {
      return;
    }
    Facts facts = Facts.of(share.fibre(), null, share.percent());
    if (share.fibre().equals(lump.fibre())) {
      // The report lumps too, so nobody can see whether each fibre in it is small enough.
      findings.add(rule, each, Outcome.REVIEW, "lump.each.review", facts);
    } else {
      findings.add(rule, each, Outcome.FAIL, "lump.each.fail", facts);
    }
  }

  private static List<Share> lumped(PartCase one, boolean withHair) {
    List<Share> parts = new ArrayList<>();
    for (Share share : one.measured()) {
      if (share.fibre().kind() == FibreKind.OTHER && share.percent().signum() > 0) {
        parts.add(share);
      }
    }
    for (Share share : one.undeclared()) {
      if (withHair || !share.fibre().kind().isAnimalHair()) {
        parts.add(share);
      }
    }
    return parts;
  }
}
