package cn.zhenrong.conformity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The rules and numbers of one rule set. A rule or number that is not there stands for one that is
/// not built: whatever rests on it only ever asks for a person.
final class Rules {
  private final RuleSet set;
  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<String, Limit> limits = new HashMap<>();

  /// @param ruleRows rule set, rule, clause, confidence, source
  /// @param limitRows rule set, rule, limit, sign, value, confidence, source
  Rules(RuleSet set, List<List<String>> ruleRows, List<List<String>> limitRows) {
    this.set = set;
    for (List<String> row : ruleRows) {
      if (row.getFirst().equals(set.name())) {
        addRule(row);
      }
    }
    for (List<String> row : limitRows) {
      if (row.getFirst().equals(set.name())) {
        addLimit(row);
      }
    }
  }

  RuleSet set() {
    return set;
  }

  Rule rule(String id) {
    Rule rule = rules.get(id);
    return rule == null ? Rule.notBuilt(id) : rule;
  }

  Limit limit(String rule, String name) {
    return limits.getOrDefault(rule + " " + name, Limit.NOT_BUILT);
  }

  private void addRule(List<String> row) {
    String clause = row.get(2).equals("-") ? null : row.get(2);
    Rule rule = new Rule(row.get(1), clause, confidence(row.get(3)), row.get(4));
    if (rules.put(rule.id(), rule) != null) {
      throw new IllegalArgumentException("rule " + rule.id() + " stands twice");
    }
  }

  private void addLimit(List<String> row) {
    String key = row.get(1) + " " + row.get(2);
    Limit limit =
        new Limit(row.get(3) + row.get(4), new BigDecimal(row.get(4)), confidence(row.get(5)));
    if (limits.put(key, limit) != null) {
      throw new IllegalArgumentException("limit " + key + " stands twice");
    }
  }

  private static Confidence confidence(String text) {
    return Confidence.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
