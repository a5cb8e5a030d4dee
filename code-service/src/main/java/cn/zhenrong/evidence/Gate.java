package cn.zhenrong.evidence;

import cn.zhenrong.conformity.Basis;
import cn.zhenrong.conformity.Conformity;
import cn.zhenrong.conformity.Outcome;
import cn.zhenrong.conformity.RuleSet;
import cn.zhenrong.conformity.TestResult;
import cn.zhenrong.conformity.Verdict;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.product.Label;
import cn.zhenrong.product.Style;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Decides whether a report supports a label and is about these goods: the conformity engine, once
/// for each market the style names, plus the records around it. The worst of all of them counts.
@Service
public class Gate {
  private static final Texts TEXTS = Texts.beside(Gate.class);
  private static final String CHINA = "CN";

  private final Conformity conformity;
  private final Alarms alarms;

  Gate(Conformity conformity, Alarms alarms) {
    this.conformity = conformity;
    this.alarms = alarms;
  }

  /// The decision for codes of this style under this label and report, by the rules in force today.
  ///
  /// The JSON is the engine's for China, or for the first market of a style that is not sold there,
  /// with the worst outcome as `verdict`, and two further lists: `markets` with the engine's answer
  /// for each market, and `findings` for what the records themselves say.
  ///
  /// @throws IllegalStateException if no market of the style has a rule set in force
  public Decision decide(Style style, Label label, Report report) {
    LocalDate today = alarms.today();
    List<RecordFinding> findings =
        new ArrayList<>(RecordFinding.of(style, label, report, alarms.now(report)));
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (String market : style.markets()) {
      Optional<RuleSet> set = conformity.inForce(market, today);
      if (set.isPresent()) {
        verdicts.put(market, verdict(set.get(), style, label, report));
      } else {
        findings.add(
            new RecordFinding("V0", Outcome.INCONCLUSIVE, TEXTS.words("gate.no-rules", market)));
      }
    }
    return decision(verdicts, findings);
  }

  private Verdict verdict(RuleSet set, Style style, Label label, Report report) {
    return conformity.judge(set.name(), label.composition(), result(report), style.goods());
  }

  private static Decision decision(Map<String, Verdict> verdicts, List<RecordFinding> findings) {
    Verdict shown =
        Optional.ofNullable(verdicts.get(CHINA))
            .or(() -> verdicts.values().stream().findFirst())
            .orElseThrow(() -> new IllegalStateException("no rules for any market of a style"));
    Outcome outcome = Outcome.PASS;
    for (Verdict verdict : verdicts.values()) {
      outcome = outcome.worse(verdict.outcome());
    }
    for (RecordFinding finding : findings) {
      outcome = outcome.worse(finding.outcome());
    }
    Map<String, Object> json = new LinkedHashMap<>(shown.json());
    json.put("verdict", outcome.name());
    json.put("markets", verdicts.entrySet().stream().map(Gate::market).toList());
    json.put("findings", findings.stream().map(RecordFinding::json).toList());
    return new Decision(outcome.name(), shown.ruleSet(), shown.edition(), json);
  }

  private static Map<String, Object> market(Map.Entry<String, Verdict> one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("market", one.getKey());
    json.putAll(one.getValue().json());
    return json;
  }

  private static TestResult result(Report report) {
    Basis basis = Basis.of(report.basis());
    if (basis == null) {
      throw new IllegalStateException("a report was stored with a basis nobody knows");
    }
    return new TestResult(report.method(), basis, report.measured());
  }
}
