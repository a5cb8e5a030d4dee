package cn.zhenrong.conformity;

import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.util.List;

/// A report that knows all animal hair only as one sum (GB/T 2910): which labels it can carry, and
/// what fails however that sum is split.
final class ChemistryRules {
  private final Rule tolerance;
  private final DeclaredRules declared;
  private final UndeclaredRules undeclared;
  private final LumpRules lumps;

  ChemistryRules(Rules rules, DeclaredRules declared, UndeclaredRules undeclared, LumpRules lumps) {
    this.declared = declared;
    this.undeclared = undeclared;
    this.lumps = lumps;
    tolerance = rules.rule("T4");
  }

  /// Whether chemistry alone can carry the label: it names no animal hair, or sheep wool only and
  /// the report speaks of no other hair.
  static boolean suffices(PartCase one) {
    return !hasHair(one.declared(), false)
        || (!hasHair(one.declared(), true) && !hasHair(one.measured(), true));
  }

  /// Notes what fails whatever the animal hair is.
  void judge(PartCase one, Notes notes, Findings findings) {
    Findings certain = new Findings();
    Share lump = one.declaredOf(FibreKind.OTHER);
    if (lump != null) {
      lumps.judge(one, lump, false, certain);
    } else {
      Cover cover = Cover.of(one);
      Undeclared found = Undeclared.of(one, cover, notes.exception(), false);
      undeclared.judge(one, cover, found, notes, certain);
    }
    if (one.pure() == null) {
      declared.judge(one, notes.filling(), false, certain);
      if (!notes.filling()) {
        judgeHairTogether(one, certain);
      }
    }
    findings.addFailuresOf(certain);
  }

  /// All hair found must be able to hold each declared hair at the least it may be.
  private void judgeHairTogether(PartCase one, Findings findings) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal least = BigDecimal.ZERO;
    for (Share share : one.declared()) {
      if (share.fibre().kind().isAnimalHair()) {
        BigDecimal points = declared.points(share.percent()).value();
        sum = sum.add(share.percent());
        least = least.add(share.percent().subtract(points).max(BigDecimal.ZERO));
      }
    }
    BigDecimal found = BigDecimal.ZERO;
    for (Share share : one.measured()) {
      found = share.fibre().kind().isAnimalHair() ? found.add(share.percent()) : found;
    }
    if (found.compareTo(least) < 0) {
      Facts facts =
          new Facts("", "", Facts.text(sum), Facts.text(found), "≥" + least.toPlainString());
      findings.add(tolerance, null, Outcome.FAIL, "hair.fail", facts);
    }
  }

  private static boolean hasHair(List<Share> shares, boolean otherThanSheepWool) {
    for (Share share : shares) {
      FibreKind kind = share.fibre().kind();
      if (share.percent().signum() > 0
          && kind.isAnimalHair()
          && !(otherThanSheepWool && kind == FibreKind.SHEEP_WOOL)) {
        return true;
      }
    }
    return false;
  }
}
