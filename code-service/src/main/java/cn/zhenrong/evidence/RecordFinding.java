package cn.zhenrong.evidence;

import cn.zhenrong.conformity.Outcome;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import cn.zhenrong.product.Label;
import cn.zhenrong.product.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the records around a label and a report say, apart from the numbers in them: whether they
/// belong together, whether the report still counts, whether it looks used before.
///
/// @param rule `V0` for a report that is not about these goods or no longer counts, `E1` for
///   suspected reuse, `E2` for age, `E3` for the laboratory
record RecordFinding(String rule, Outcome outcome, Words words) {
  private static final Texts TEXTS = Texts.beside(RecordFinding.class);

  /// All of them; none if everything is in order.
  static List<RecordFinding> of(Style style, Label label, Report report, List<Alarm> alarms) {
    List<RecordFinding> findings = new ArrayList<>();
    inconclusiveIf(
        !label.style().equals(style.id()) || !label.party().equals(style.party()),
        "gate.label-of-another-style",
        findings);
    inconclusiveIf(!report.style().equals(style.id()), "gate.report-of-another-style", findings);
    inconclusiveIf(!report.party().equals(style.party()), "gate.report-of-another-party", findings);
    inconclusiveIf(report.status() == ReportStatus.EXPIRED, "gate.expired", findings);
    inconclusiveIf(
        report.status() == ReportStatus.WITHDRAWN || report.status() == ReportStatus.RETRACTED,
        "gate.withdrawn",
        findings);
    alarms.stream()
        .filter(Alarm::asksForReview)
        .map(RecordFinding::review)
        .distinct()
        .forEach(findings::add);
    return List.copyOf(findings);
  }

  /// The shape of a finding in the answer of `POST /api/v1/conformity`.
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", rule);
    json.put("clause", null);
    json.put("fibre", null);
    json.put("declared", null);
    json.put("measured", null);
    json.put("allowed", null);
    json.put("outcome", outcome.name());
    json.put("words", Map.of("zh", words.zh(), "en", words.en()));
    return json;
  }

  private static void inconclusiveIf(boolean wrong, String key, List<RecordFinding> findings) {
    if (wrong) {
      findings.add(new RecordFinding("V0", Outcome.INCONCLUSIVE, TEXTS.words(key)));
    }
  }

  private static RecordFinding review(Alarm alarm) {
    String rule =
        switch (alarm.kind()) {
          case OLD, OLDER_THAN_GOODS -> "E2";
          case LAB_UNKNOWN, LAB_LAPSED -> "E3";
          default -> "E1";
        };
    return new RecordFinding(rule, Outcome.REVIEW, alarm.kind().words());
  }
}
