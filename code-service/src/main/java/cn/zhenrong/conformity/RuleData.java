package cn.zhenrong.conformity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Everything the engine knows from its tables.
record RuleData(List<Rules> rules, Methods methods, LabelWords words) {

  /// The tables beside this class.
  static RuleData shipped() {
    return of(Table.read("rules.tsv", 5), Table.read("limits.tsv", 7));
  }

  /// With other rules and limits, as a test or another edition wants them.
  static RuleData of(List<List<String>> ruleRows, List<List<String>> limitRows) {
    List<Rules> rules = new ArrayList<>();
    for (List<String> row : Table.read("rule_sets.tsv", 7)) {
      rules.add(new Rules(ruleSet(row), ruleRows, limitRows));
    }
    return new RuleData(
        List.copyOf(rules),
        new Methods(Table.read("methods.tsv", 4)),
        new LabelWords(Table.read("words_on_labels.tsv", 2)));
  }

  private static RuleSet ruleSet(List<String> row) {
    LocalDate until = row.get(4).equals("-") ? null : LocalDate.parse(row.get(4));
    return new RuleSet(row.get(0), row.get(1), row.get(2), LocalDate.parse(row.get(3)), until);
  }
}
