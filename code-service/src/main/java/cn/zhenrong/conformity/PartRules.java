package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Fibre;
import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;

/// Judges one declared part against its own result.
final class PartRules {
  private final Rule noResult;
  private final LabelRules labels;
  private final BasisRule basis;
  private final DeclaredRules declared;
  private final UndeclaredRules undeclared;
  private final LumpRules lumps;
  private final PureRules pures;
  private final ChemistryRules chemistry;

  PartRules(Rules rules) {
    noResult = rules.rule("V0");
    basis = new BasisRule(rules);
    declared = new DeclaredRules(rules);
    undeclared = new UndeclaredRules(rules);
    lumps = new LumpRules(rules, declared);
    labels = new LabelRules(rules, lumps);
    pures = new PureRules(rules);
    chemistry = new ChemistryRules(rules, declared, undeclared, lumps);
  }

  /// What the label alone shows, for a part without any result to compare.
  void judgeLabel(PartCase one, Notes notes, Findings findings) {
    labels.judge(one, notes, findings);
  }

  /// Notes that nothing was found out about a part, and why.
  void inconclusive(String why, Findings findings) {
    findings.add(noResult, null, Outcome.INCONCLUSIVE, "inconclusive." + why, Facts.NONE);
  }

  void judge(PartCase one, Notes notes, Basis reported, Resolution resolution, Findings findings) {
    labels.judge(one, notes, findings);
    if (basis.isMixed(one, notes.basis(), reported, findings)) {
      return;
    }
    switch (resolution) {
      case NOTHING -> inconclusive("method", findings);
      case IDENTIFICATION -> inconclusive("identification", findings);
      case CHEMISTRY -> {
        if (ChemistryRules.suffices(one)) {
          judgeAll(one, notes, findings);
        } else {
          chemistry.judge(one, notes, findings);
          inconclusive("chemistry", findings);
        }
      }
      case MICROSCOPY -> judgeAll(one, notes, findings);
    }
  }

  private void judgeAll(PartCase one, Notes notes, Findings findings) {
    Cover cover = Cover.of(one);
    Share lump = one.declaredOf(FibreKind.OTHER);
    if (lump != null) {
      lumps.judge(one, lump, true, findings);
    } else {
      Undeclared found = Undeclared.of(one, cover, notes.exception(), true);
      undeclared.judge(one, cover, found, notes, findings);
      Fibre pure = one.pure();
      if (pure != null) {
        pures.judge(one, pure, found, findings);
      }
    }
    if (one.pure() == null) {
      declared.judge(one, notes.filling(), true, findings);
    }
  }
}
