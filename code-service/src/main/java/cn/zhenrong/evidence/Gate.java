package cn.zhenrong.evidence;

import cn.zhenrong.conformity.Basis;
import cn.zhenrong.conformity.Conformity;
import cn.zhenrong.conformity.Outcome;
import cn.zhenrong.conformity.TestResult;
import cn.zhenrong.conformity.Verdict;
import cn.zhenrong.product.Label;
import cn.zhenrong.product.Style;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/// Decides whether a report supports a label and is about these goods: the conformity engine plus
/// the records around it.
@Service
public class Gate {
  /// What labels sold in China are judged by.
  public static final String RULE_SET = "GB/T 29862-2013";

  private final Conformity conformity;
  private final Alarms alarms;

  Gate(Conformity conformity, Alarms alarms) {
    this.conformity = conformity;
    this.alarms = alarms;
  }

  /// The decision for codes of this style under this label and report, today.
  ///
  /// The JSON is the engine's, with the worst outcome as `verdict` and a further list `findings`
  /// for what the records themselves say.
  public Decision decide(Style style, Label label, Report report) {
    Verdict verdict =
        conformity.judge(RULE_SET, label.composition(), result(report), style.standard());
    List<RecordFinding> findings = RecordFinding.of(style, label, report, alarms.now(report));
    Outcome outcome = verdict.outcome();
    for (RecordFinding finding : findings) {
      outcome = outcome.worse(finding.outcome());
    }
    Map<String, Object> json = new LinkedHashMap<>(verdict.json());
    json.put("verdict", outcome.name());
    json.put("findings", findings.stream().map(RecordFinding::json).toList());
    return new Decision(outcome.name(), verdict.ruleSet(), verdict.edition(), json);
  }

  private static TestResult result(Report report) {
    Basis basis = Basis.of(report.basis());
    if (basis == null) {
      throw new IllegalStateException("a report was stored with a basis nobody knows");
    }
    return new TestResult(report.method(), basis, report.measured());
  }
}
