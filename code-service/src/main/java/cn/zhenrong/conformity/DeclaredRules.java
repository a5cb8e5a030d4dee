package cn.zhenrong.conformity;

import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;

/// The tolerance of each declared fibre of a blend: T4, T5a, T5b, in fillings T8; and G4 for a
/// fibre that was not found at all.
final class DeclaredRules implements Tolerances {
  private final Rule notFound;
  private final Rule large;
  private final Limit largeAbove;
  private final Limit largePoints;
  private final Rule small;
  private final Limit smallPoints;
  private final Rule tiny;
  private final Limit tinyAtMost;
  private final Limit tinyFound;
  private final Rule filling;
  private final Rules rules;

  DeclaredRules(Rules rules) {
    this.rules = rules;
    notFound = rules.rule("G4");
    large = rules.rule("T4");
    largeAbove = rules.limit("T4", "above");
    largePoints = rules.limit("T4", "points");
    small = rules.rule("T5a");
    smallPoints = rules.limit("T5a", "points");
    tiny = rules.rule("T5b");
    tinyAtMost = rules.limit("T5b", "at-most");
    tinyFound = rules.limit("T5b", "found");
    filling = rules.rule("T8");
  }

  /// The points a declared share may be off outside fillings.
  @Override
  public Limit points(BigDecimal declared) {
    return isLarge(declared) ? largePoints : smallPoints;
  }

  @Override
  public boolean mustBeFound(BigDecimal declared) {
    return tinyAtMost.holdsAtMost(declared);
  }

  /// Judges the declared fibres of a blend.
  ///
  /// @param withHair whether the method tells one animal hair from another
  void judge(PartCase one, boolean isFilling, boolean withHair, Findings findings) {
    for (Share share : one.declared()) {
      FibreKind kind = share.fibre().kind();
      if (kind == FibreKind.OTHER || (!withHair && kind.isAnimalHair())) {
        continue;
      }
      BigDecimal measured = one.measuredOf(share.fibre());
      Facts facts = Facts.of(share.fibre(), share.percent(), measured);
      if (isFilling) {
        judgeFilling(share.percent(), measured, facts, findings);
      } else {
        judgeShare(share, measured, facts, findings);
      }
      if (measured.signum() == 0) {
        findings.add(notFound, null, Outcome.FAIL, "named.fail", facts);
      }
    }
  }

  private void judgeShare(Share share, BigDecimal measured, Facts facts, Findings findings) {
    BigDecimal declared = share.percent();
    boolean isLarge = isLarge(declared);
    Rule rule = isLarge ? large : small;
    Limit points = isLarge ? largePoints : smallPoints;
    boolean holds = points.holdsBetween(declared, measured);
    findings.check(holds, rule, points, holds ? "points" : key(share, measured), facts);
    if (mustBeFound(declared)) {
      findings.check(measured.signum() > 0, tiny, tinyFound, "found", facts);
    }
  }

  /// More cashmere than declared fails like any other deviation, but nobody got less.
  private static String key(Share share, BigDecimal measured) {
    boolean isOver =
        share.fibre().kind() == FibreKind.CASHMERE && measured.compareTo(share.percent()) > 0;
    return isOver ? "points.over" : "points";
  }

  private void judgeFilling(
      BigDecimal declared, BigDecimal measured, Facts facts, Findings findings) {
    if (rules.limit("T8", "above").holdsAtMost(declared)) {
      Limit points = rules.limit("T8", "points");
      findings.check(points.holdsBetween(declared, measured), filling, points, "points", facts);
      if (rules.limit("T8", "at-most").holdsAtMost(declared)) {
        Limit found = rules.limit("T8", "found");
        findings.check(measured.signum() > 0, filling, found, "found", facts);
      }
    } else if (declared.compareTo(measured) == 0) {
      // No tolerance is used, so it does not matter how well it is known.
      findings.add(filling, null, Outcome.PASS, "equal.pass", facts);
    } else {
      Limit points = rules.limit("T8", "points-above");
      findings.check(points.holdsBetween(declared, measured), filling, points, "points", facts);
    }
  }

  private boolean isLarge(BigDecimal declared) {
    return !largeAbove.holdsAtMost(declared);
  }
}
