package cn.zhenrong.conformity;

/// Judges one declared part against its own result: what stands in the way of comparing comes
/// first, the rule set's own way with shares after it.
final class PartRules {
  private final Rule noResult;
  private final LabelRules labels;
  private final BasisRule basis;
  private final ShareRules shares;

  PartRules(Rules rules, LabelWords words) {
    noResult = rules.rule("V0");
    basis = new BasisRule(rules);
    labels = new LabelRules(rules);
    shares = rules.kind().rules(rules, words);
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
          shares.judge(one, notes, findings);
        } else {
          shares.judgeWithoutHair(one, notes, findings);
          inconclusive("chemistry", findings);
        }
      }
      case MICROSCOPY -> shares.judge(one, notes, findings);
    }
  }
}
