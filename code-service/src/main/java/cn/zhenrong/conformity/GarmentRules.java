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
  private final Rule ownResult;

  GarmentRules(Rules rules, LabelWords words) {
    this.set = rules.set();
    this.words = words;
    parts = new PartRules(rules);
    products = new ProductRules(rules);
    sums = new Sums(rules);
    labels = new SameContent(rules);
    standardNames = rules.rule("G2");
    ownResult = rules.rule("T14");
  }

  RuleSet set() {
    return set;
  }

  List<PartVerdict> compare(Composition one, Composition other) {
    return labels.compare(one, other);
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
        products.judge(label.getFirst(), claim.productStandard(), findings);
      }
      Part result = match.results().get(i);
      if (claim.hasBadName(i)) {
        noteBadNames(claim, i, findings);
        verdicts.add(findings.verdict(label.get(i).name()));
      } else if (result == null || report == null) {
        verdicts.add(withoutResult(label.get(i), report == null, findings));
      } else {
        PartCase one = new PartCase(label.get(i), result);
        verdicts.add(judge(one, report, resolution, findings, cashmere));
      }
    }
    for (Part part : match.undeclared()) {
      verdicts.add(undeclared(part));
    }
    return new Verdict(worst(verdicts), set.name(), set.edition(), verdicts, cashmere);
  }

  private PartVerdict judge(
      PartCase one,
      TestResult report,
      Resolution resolution,
      Findings findings,
      List<CashmereContent> cashmere) {
    Notes notes = Notes.of(one.label(), words);
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

  private PartVerdict withoutResult(Part label, boolean noReport, Findings findings) {
    PartCase one = new PartCase(label, new Part(label.name(), List.<Share>of()));
    parts.judgeLabel(one, Notes.of(label, words), findings);
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

  private PartVerdict undeclared(Part part) {
    Findings findings = new Findings();
    String key = words.say("trim", part.name()) ? "part.trim.review" : "part.undeclared.review";
    findings.add(ownResult, null, Outcome.REVIEW, key, Facts.NONE);
    return findings.verdict(part.name());
  }

  private static Outcome worst(List<PartVerdict> verdicts) {
    Outcome worst = Outcome.PASS;
    for (PartVerdict verdict : verdicts) {
      worst = worst.worse(verdict.outcome());
    }
    return worst;
  }
}
