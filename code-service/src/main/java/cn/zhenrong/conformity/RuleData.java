package cn.zhenrong.conformity;

import cn.zhenrong.problem.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Everything the engine knows from its tables.
record RuleData(List<Rules> rules, Methods methods, LabelWords words) {

  /// The tables beside this class.
  static RuleData shipped() {
    return of(
        Table.read(RuleData.class, "rules.tsv", 8), Table.read(RuleData.class, "limits.tsv", 8));
  }

  /// With other rules and limits, as a test or another edition wants them.
  static RuleData of(List<List<String>> ruleRows, List<List<String>> limitRows) {
    return of(Table.read(RuleData.class, "rule_sets.tsv", 13), ruleRows, limitRows);
  }

  /// With other rule sets too.
  static RuleData of(
      List<List<String>> setRows, List<List<String>> ruleRows, List<List<String>> limitRows) {
    List<Rules> rules = new ArrayList<>();
    for (List<String> row : setRows) {
      rules.add(new Rules(ruleSet(row), RuleKind.of(row.get(3)), ruleRows, limitRows));
    }
    return new RuleData(
        List.copyOf(rules),
        new Methods(Table.read(RuleData.class, "methods.tsv", 5)),
        new LabelWords(Table.read(RuleData.class, "words_on_labels.tsv", 2)));
  }

  private static RuleSet ruleSet(List<String> row) {
    LocalDate until = row.get(7).equals("-") ? null : LocalDate.parse(row.get(7));
    return new RuleSet(
        row.get(0),
        row.get(1),
        row.get(2),
        row.get(4),
        row.get(5),
        LocalDate.parse(row.get(6)),
        until,
        Rules.confidence(row.get(8)),
        new Words(row.get(9), row.get(10)),
        new Words(row.get(11), row.get(12)));
  }
}
