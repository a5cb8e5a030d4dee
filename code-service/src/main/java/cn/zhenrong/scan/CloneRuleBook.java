package cn.zhenrong.scan;

import cn.zhenrong.problem.Words;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Thresholds and words of the clone rules, from the tables beside this class; thresholds of rules
/// that the operator's file names, from there. A table that is not whole stops the start: a rule
/// that silently never hits, or hits everybody, is worse than no service.
public class CloneRuleBook {
  static final String RULES = "clone_rules.tsv";
  static final String THRESHOLDS = "clone_thresholds.tsv";

  private final Map<CloneRule, RuleWords> words = new EnumMap<>(CloneRule.class);
  private final Map<CloneRule, List<CloneThreshold>> thresholds = new EnumMap<>(CloneRule.class);
  private final Set<CloneRule> own;

  /// A rule for people.
  ///
  /// @param onPage whether it speaks of a copy, so that a shopper is told; the others are told to
  ///   the association only
  /// @param fact what was seen; `{0}` how many, `{1}` from, `{2}` to, `{3}` provinces
  /// @param why what it may mean, and what else it may be
  public record RuleWords(boolean onPage, Words name, Words fact, Words why) {}

  /// As shipped.
  CloneRuleBook() {
    this(CloneTable.shipped(RULES), CloneTable.shipped(THRESHOLDS), Map.of());
  }

  /// @param file the operator's thresholds
  /// @throws cn.zhenrong.problem.CannotStart if it cannot be used
  CloneRuleBook(Path file) {
    this(
        CloneTable.shipped(RULES),
        CloneTable.shipped(THRESHOLDS),
        CloneThresholds.of(CloneTable.ofOperator(file)));
  }

  /// @param rules rule, page, name (two), fact (two), why (two)
  /// @param shipped of every rule
  /// @param own thresholds of the operator, in the place of the shipped ones
  CloneRuleBook(CloneTable rules, CloneTable shipped, Map<CloneRule, List<CloneThreshold>> own) {
    for (CloneTable.Line line : rules.lines()) {
      List<String> cells = rules.cells(line, 8);
      if (words.put(rules.rule(line), words(rules, line, cells)) != null) {
        throw rules.broken(line, "it is the second line for its rule");
      }
    }
    thresholds.putAll(CloneThresholds.of(shipped));
    for (CloneRule rule : CloneRule.values()) {
      if (!words.containsKey(rule)) {
        throw rules.broken("it has no line for " + rule);
      }
      if (!thresholds.containsKey(rule)) {
        throw shipped.broken("it has no line for " + rule);
      }
    }
    thresholds.putAll(own);
    this.own = Set.copyOf(own.keySet());
  }

  public RuleWords words(CloneRule rule) {
    return Objects.requireNonNull(words.get(rule));
  }

  /// At least one; the rule hits at any of them.
  public List<CloneThreshold> thresholds(CloneRule rule) {
    return List.copyOf(Objects.requireNonNull(thresholds.get(rule)));
  }

  /// Whether the operator set the thresholds of a rule.
  public boolean isOwn(CloneRule rule) {
    return own.contains(rule);
  }

  private static RuleWords words(CloneTable table, CloneTable.Line line, List<String> cells) {
    boolean onPage = cells.get(1).equals("yes");
    if (!onPage && !cells.get(1).equals("no")) {
      throw table.broken(line, "its second column says neither yes nor no");
    }
    return new RuleWords(
        onPage,
        new Words(cells.get(2), cells.get(3)),
        new Words(cells.get(4), cells.get(5)),
        new Words(cells.get(6), cells.get(7)));
  }
}
