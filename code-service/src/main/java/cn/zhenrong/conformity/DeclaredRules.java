package cn.zhenrong.conformity;

import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;

/// The tolerance of each declared fibre of a blend: T4, T5a, T5b, in fillings T8; and G4 for a
/// fibre that was not found at all.
final class DeclaredRules {
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
  Limit points(BigDecimal declared) {
    return isLarge(declared) ? largePoints : smallPoints;
  }

  /// Whether a declared share is so small that it must be found at all.
  boolean mustBeFound(BigDecimal declared) {
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
        judgeShare(share.percent(), measured, facts, findings);
      }
      if (measured.signum() == 0) {
        findings.add(notFound, null, Outcome.FAIL, "named.fail", facts);
      }
    }
  }

  private void judgeShare(
      BigDecimal declared, BigDecimal measured, Facts facts, Findings findings) {
    Rule rule = isLarge(declared) ? large : small;
    Limit points = points(declared);
    findings.check(points.holdsBetween(declared, measured), rule, points, "points", facts);
    if (mustBeFound(declared)) {
      findings.check(measured.signum() > 0, tiny, tinyFound, "found", facts);
    }
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
