package cn.zhenrong.scan;

import static cn.zhenrong.scan.CloneTables.RULES;
import static cn.zhenrong.scan.CloneTables.THRESHOLDS;
import static cn.zhenrong.scan.CloneTables.number;
import static cn.zhenrong.scan.CloneTables.requireWhole;

import cn.zhenrong.problem.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Thresholds and words of the clone rules, from the tables beside this class. A table that is not
/// whole stops the start: a rule that silently never hits, or hits everybody, is worse than no
/// service.
@Component
public class CloneRuleBook {
  private static final int HOURS_OF_A_YEAR = 24 * 366;
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private final Map<CloneRule, RuleWords> words = new EnumMap<>(CloneRule.class);
  private final Map<CloneRule, List<CloneThreshold>> thresholds = new EnumMap<>(CloneRule.class);

  /// A rule for people.
  ///
  /// @param onPage whether it speaks of a copy, so that a shopper is told; the others are told to
  ///   the association only
  /// @param fact what was seen; `{0}` how many, `{1}` from, `{2}` to, `{3}` provinces
  /// @param why what it may mean, and what else it may be
  public record RuleWords(boolean onPage, Words name, Words fact, Words why) {}

  CloneRuleBook() {
    this(CloneTables.lines(RULES), CloneTables.lines(THRESHOLDS));
  }

  /// @param ruleLines rule, page, name (two), fact (two), why (two)
  /// @param thresholdLines rule, count, devices, hours, minutes, kilometres, kilometres an hour
  CloneRuleBook(List<String> ruleLines, List<String> thresholdLines) {
    for (String line : ruleLines) {
      List<String> cells = CloneTables.cells(RULES, line, 8);
      CloneRule rule = CloneTables.rule(RULES, cells);
      requireWhole(words.put(rule, words(cells)) == null, RULES, "has two lines for " + rule);
    }
    for (String line : thresholdLines) {
      CloneThreshold threshold = threshold(CloneTables.cells(THRESHOLDS, line, 7));
      thresholds.computeIfAbsent(threshold.rule(), _ -> new ArrayList<>()).add(threshold);
    }
    for (CloneRule rule : CloneRule.values()) {
      requireWhole(words.containsKey(rule), RULES, "has no line for " + rule);
      requireWhole(thresholds.containsKey(rule), THRESHOLDS, "has no line for " + rule);
    }
  }

  public RuleWords words(CloneRule rule) {
    return Objects.requireNonNull(words.get(rule));
  }

  /// At least one; the rule hits at any of them.
  public List<CloneThreshold> thresholds(CloneRule rule) {
    return List.copyOf(Objects.requireNonNull(thresholds.get(rule)));
  }

  private static RuleWords words(List<String> cells) {
    boolean onPage = cells.get(1).equals("yes");
    requireWhole(
        onPage || cells.get(1).equals("no"),
        RULES,
        "says neither yes nor no in the second column of " + cells.getFirst());
    return new RuleWords(
        onPage,
        new Words(cells.get(2), cells.get(3)),
        new Words(cells.get(4), cells.get(5)),
        new Words(cells.get(6), cells.get(7)));
  }

  private static CloneThreshold threshold(List<String> cells) {
    CloneRule rule = CloneTables.rule(THRESHOLDS, cells);
    CloneThreshold line =
        new CloneThreshold(
            rule,
            number(cells, 1, 100_000),
            number(cells, 2, CodeRecord.MOST_DEVICES),
            Duration.ofHours(number(cells, 3, HOURS_OF_A_YEAR)),
            Duration.ofMinutes(number(cells, 4, MINUTES_OF_A_DAY)),
            number(cells, 5, 5000),
            number(cells, 6, 2000));
    requireWhole(isUsable(line), THRESHOLDS, "has a line that can never mean anything: " + rule);
    return line;
  }

  /// What each rule needs. Two places or devices are the least that can speak of two garments.
  private static boolean isUsable(CloneThreshold line) {
    boolean counts = line.count() > 1 && !line.window().isZero();
    return switch (line.rule()) {
      case VERIFIED_BEFORE_ACTIVATION, VERIFIED_AFTER_VOID -> line.count() == 1;
      case IMPOSSIBLE_TRAVEL ->
          counts
              && line.devices() > 0
              && line.count() * line.devices() <= CodeRecord.MOST_DEVICES
              && line.kilometres() > 0
              && line.speed() > 0;
      case TOO_MANY_DEVICES -> counts && line.count() <= CodeRecord.MOST_DEVICES;
      case TWO_OPENINGS ->
          counts && line.count() <= CodeRecord.MOST_DEVICES && !line.gap().isZero();
      case ONE_DEVICE_MANY_CODES -> counts && line.count() <= Trail.MOST_CODES;
      case PROBING -> counts;
    };
  }
}
