package cn.zhenrong.conformity;

import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The rules and numbers of one rule set. A rule or number that is not there stands for one that is
/// not built: whatever rests on it only ever asks for a person.
final class Rules {
  private static final Texts TEXTS = Texts.beside(Rules.class);
  private static final String EVERY = "*";

  private final RuleSet set;
  private final RuleKind kind;
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, Limit> limits = new LinkedHashMap<>();

  /// @param ruleRows rule set, rule, clause, confidence, words (two), source (two)
  /// @param limitRows rule set, rule, limit, sign, value, confidence, source (two)
  Rules(RuleSet set, RuleKind kind, List<List<String>> ruleRows, List<List<String>> limitRows) {
    this.set = set;
    this.kind = kind;
    for (List<String> row : ruleRows) {
      if (isOurs(row)) {
        addRule(row);
      }
    }
    for (List<String> row : limitRows) {
      if (isOurs(row)) {
        addLimit(row);
      }
    }
  }

  RuleSet set() {
    return set;
  }

  RuleKind kind() {
    return kind;
  }

  /// Every rule with its numbers, for people to read.
  RuleBook book() {
    return new RuleBook(set, rules.values().stream().map(this::entry).toList());
  }

  private RuleBook.Entry entry(Rule rule) {
    String prefix = rule.id() + " ";
    List<RuleBook.Number> numbers =
        limits.entrySet().stream()
            .filter(limit -> limit.getKey().startsWith(prefix))
            .map(limit -> number(limit.getKey().substring(prefix.length()), limit.getValue()))
            .toList();
    return new RuleBook.Entry(
        rule.id(), rule.clause(), rule.words(), numbers, rule.confidence(), rule.source());
  }

  private static RuleBook.Number number(String name, Limit limit) {
    return new RuleBook.Number(
        TEXTS.words("limit." + name), limit.text(), limit.confidence(), limit.source());
  }

  private boolean isOurs(List<String> row) {
    return row.getFirst().equals(set.name()) || row.getFirst().equals(EVERY);
  }

  Rule rule(String id) {
    Rule rule = rules.get(id);
    return rule == null ? Rule.notBuilt(id) : rule;
  }

  Limit limit(String rule, String name) {
    return limitOr(rule, name, Limit.NOT_BUILT);
  }

  Limit limitOr(String rule, String name, Limit otherwise) {
    return limits.getOrDefault(rule + " " + name, otherwise);
  }

  /// Whether the rule set has this rule with this number.
  boolean has(String rule, String limit) {
    return rules.containsKey(rule) && limits.containsKey(rule + " " + limit);
  }

  private void addRule(List<String> row) {
    String clause = row.get(2).equals("-") ? null : row.get(2);
    Rule rule =
        new Rule(
            row.get(1),
            clause,
            confidence(row.get(3)),
            new Words(row.get(4), row.get(5)),
            new Words(row.get(6), row.get(7)));
    if (rules.put(rule.id(), rule) != null) {
      throw new IllegalArgumentException("rule " + rule.id() + " stands twice");
    }
  }

  private void addLimit(List<String> row) {
    String key = row.get(1) + " " + row.get(2);
    Limit limit =
        new Limit(
            row.get(3) + row.get(4),
            new BigDecimal(row.get(4)),
            confidence(row.get(5)),
            new Words(row.get(6), row.get(7)));
    if (limits.put(key, limit) != null) {
      throw new IllegalArgumentException("limit " + key + " stands twice");
    }
  }

  static Confidence confidence(String text) {
    return Confidence.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
