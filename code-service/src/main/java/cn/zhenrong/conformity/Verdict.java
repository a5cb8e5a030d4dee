package cn.zhenrong.conformity;

import cn.zhenrong.problem.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whether a report supports a label under one rule set.
///
/// @param outcome the worst of the parts
/// @param ruleSet such as `GB/T 29862-2013`
/// @param edition such as `2013`
/// @param parts in the order of the label, then parts only the report has
/// @param cashmere what the report says of the cashmere in each part that declares it; no part of
///   the outcome
public record Verdict(
    Outcome outcome,
    String ruleSet,
    String edition,
    List<PartVerdict> parts,
    List<CashmereContent> cashmere) {
  public Verdict {
    parts = List.copyOf(parts);
    cashmere = List.copyOf(cashmere);
  }

  /// Whether some part fails only because it holds more cashmere than declared.
  public boolean isOverDelivered() {
    return cashmere.stream().anyMatch(CashmereContent::overDelivered);
  }

  /// The verdict as the interface writes it; texts and lists only, so that it can be kept as it is.
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("verdict", outcome.name());
    json.put("ruleSet", ruleSet);
    json.put("edition", edition);
    json.put("parts", parts.stream().map(Verdict::json).toList());
    json.put("cashmere", cashmere.stream().map(Verdict::json).toList());
    return json;
  }

  private static Map<String, Object> json(PartVerdict part) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("part", part.part());
    json.put("verdict", part.outcome().name());
    json.put("findings", part.findings().stream().map(Verdict::json).toList());
    return json;
  }

  private static Map<String, Object> json(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", finding.rule());
    json.put("clause", finding.clause());
    json.put("fibre", finding.fibre());
    json.put("declared", finding.declared());
    json.put("measured", finding.measured());
    json.put("allowed", finding.allowed());
    json.put("outcome", finding.outcome().name());
    json.put("words", json(finding.words()));
    return json;
  }

  private static Map<String, Object> json(CashmereContent content) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("part", content.part());
    json.put("atLeast", content.atLeast());
    json.put("overDelivered", content.overDelivered());
    json.put("words", json(content.words()));
    return json;
  }

  private static Map<String, Object> json(Words words) {
    return Map.of("zh", words.zh(), "en", words.en());
  }
}
