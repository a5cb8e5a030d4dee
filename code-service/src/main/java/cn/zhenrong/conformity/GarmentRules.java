package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.Share;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges a garment part by part under one rule set (T14: each part against its own result, never
/// an average).
final class GarmentRules {
  private final RuleSet set;
  private final LabelWords words;
  private final PartRules parts;
  private final ProductRules products;
  private final Sums sums;
  private final SameContent labels;
  private final Rule standardNames;
  private final TrimRules trims;

  GarmentRules(Rules rules, LabelWords words) {
    this.set = rules.set();
    this.words = words;
    parts = new PartRules(rules, words);
    products = new ProductRules(rules);
    sums = new Sums(rules);
    labels = new SameContent(rules);
    standardNames = rules.rule("G2");
    trims = new TrimRules(rules, words);
  }

  RuleSet set() {
    return set;
  }

  List<PartVerdict> compare(Composition one, Composition other) {
    return labels.compare(one, other);
  }

  List<Finding> scope(Composition label, Goods goods) {
    Findings findings = new Findings();
    products.judge(label.main(), goods, findings);
    return findings.verdict(label.main().name()).findings();
  }

  /// @param report null if there is none
  /// @throws cn.zhenrong.problem.Problem invalid-input for a part that does not add up
  /// @param resolution what the report's method can tell apart
  Verdict judge(Claim claim, @Nullable TestResult report, Resolution resolution) {
    List<Part> label = claim.composition().parts();
    List<Part> results = report == null ? List.of() : report.measured().parts();
    sums.check(label, results);
    PartMatch match = PartMatch.of(label, results);
    List<PartVerdict> verdicts = new ArrayList<>(label.size());
    List<CashmereContent> cashmere = new ArrayList<>(label.size());
    for (int i = 0; i < label.size(); i++) {
      Findings findings = new Findings();
      if (i == 0) {
        products.judge(label.getFirst(), claim.goods(), findings);
      }
      Part result = match.results().get(i);
      if (claim.hasBadName(i)) {
        noteBadNames(claim, i, findings);
        verdicts.add(findings.verdict(label.get(i).name()));
      } else if (result == null || report == null) {
        verdicts.add(withoutResult(claim, i, report == null, findings));
      } else {
        PartCase one = new PartCase(label.get(i), result);
        Notes notes = Notes.of(one.label(), words, claim.goods().spinning());
        verdicts.add(judge(one, notes, report, resolution, findings, cashmere));
      }
    }
    trims.judge(match.undeclared(), verdicts);
    return new Verdict(worst(verdicts), set.name(), set.edition(), verdicts, cashmere);
  }

  private PartVerdict judge(
      PartCase one,
      Notes notes,
      TestResult report,
      Resolution resolution,
      Findings findings,
      List<CashmereContent> cashmere) {
    parts.judge(one, notes, report.basis(), resolution, findings);
    PartVerdict verdict = findings.verdict(one.label().name());
    if (resolution == Resolution.MICROSCOPY && notes.basis() == report.basis()) {
      CashmereContent content = CashmereContents.of(one, verdict);
      if (content != null) {
        cashmere.add(content);
      }
    }
    return verdict;
  }

  private PartVerdict withoutResult(Claim claim, int i, boolean noReport, Findings findings) {
    Part label = claim.composition().parts().get(i);
    PartCase one = new PartCase(label, new Part(label.name(), List.<Share>of()));
    parts.judgeLabel(one, Notes.of(label, words, claim.goods().spinning()), findings);
    parts.inconclusive(noReport ? "no-report" : "no-result", findings);
    return findings.verdict(label.name());
  }

  private void noteBadNames(Claim claim, int part, Findings findings) {
    for (BadName bad : claim.badNames()) {
      if (bad.part() == part) {
        findings.addName(standardNames, bad.percent(), bad.words());
      }
    }
  }

  private static Outcome worst(List<PartVerdict> verdicts) {
    Outcome worst = Outcome.PASS;
    for (PartVerdict verdict : verdicts) {
      worst = worst.worse(verdict.outcome());
    }
    return worst;
  }
}
