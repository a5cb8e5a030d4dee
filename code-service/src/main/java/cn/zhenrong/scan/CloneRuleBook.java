package cn.zhenrong.scan;

import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.problem.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Thresholds and words of the clone rules: `clone_rules.tsv` and `clone_thresholds.tsv` beside
/// this class. A table that is not whole stops the start: a rule that silently never hits, or hits
/// everybody, is worse than no service.
@Component
public class CloneRuleBook {
  private static final String RULES = "clone_rules.tsv";
  private static final String THRESHOLDS = "clone_thresholds.tsv";

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
    this(lines(RULES), lines(THRESHOLDS));
  }

  /// @param ruleLines rule, page, name (two), fact (two), why (two)
  /// @param thresholdLines rule, count, hours, minutes, kilometres, kilometres an hour
  CloneRuleBook(List<String> ruleLines, List<String> thresholdLines) {
    for (String line : ruleLines) {
      List<String> cells = cells(RULES, line, 8);
      if (words.put(rule(RULES, cells), ruleWords(cells)) != null) {
        throw broken(RULES, "names " + cells.getFirst() + " twice");
      }
    }
    for (String line : thresholdLines) {
      CloneThreshold threshold = threshold(cells(THRESHOLDS, line, 6));
      thresholds.merge(
          threshold.rule(),
          List.of(threshold),
          (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
    }
    for (CloneRule rule : CloneRule.values()) {
      requireWhole(RULES, words.containsKey(rule), "has no line for " + rule);
      requireWhole(THRESHOLDS, thresholds.containsKey(rule), "has no line for " + rule);
    }
  }

  public RuleWords words(CloneRule rule) {
    return java.util.Objects.requireNonNull(words.get(rule));
  }

  public List<CloneThreshold> thresholds(CloneRule rule) {
    return java.util.Objects.requireNonNull(thresholds.get(rule));
  }

  private static RuleWords ruleWords(List<String> cells) {
    requireWhole(
        RULES,
        cells.get(1).equals("yes") || cells.get(1).equals("no"),
        "says neither yes nor no whether the page tells " + cells.getFirst());
    requireWhole(
        RULES,
        cells.stream().noneMatch(String::isBlank),
        "leaves out words of " + cells.getFirst());
    return new RuleWords(
        cells.get(1).equals("yes"),
        new Words(cells.get(2), cells.get(3)),
        new Words(cells.get(4), cells.get(5)),
        new Words(cells.get(6), cells.get(7)));
  }

  private static CloneThreshold threshold(List<String> cells) {
    CloneRule rule = rule(THRESHOLDS, cells);
    CloneThreshold line =
        new CloneThreshold(
            rule,
            number(cells, 1, 100_000),
            Duration.ofHours(number(cells, 2, 24 * 366)),
            Duration.ofMinutes(number(cells, 3, 24 * 60)),
            number(cells, 4, 5000),
            number(cells, 5, 2000));
    requireWhole(THRESHOLDS, isUsable(line), "has a line for " + rule + " that makes no sense");
    return line;
  }

  /// What each rule needs to mean anything.
  private static boolean isUsable(CloneThreshold line) {
    boolean counts = line.count() > 1 && !line.window().isZero();
    return switch (line.rule()) {
      case VERIFIED_BEFORE_ACTIVATION, VERIFIED_AFTER_VOID -> line.count() == 1;
      case IMPOSSIBLE_TRAVEL -> counts && line.kilometres() > 0 && line.speed() > 0;
      case TOO_MANY_DEVICES -> counts && line.count() <= CodeRecord.MOST_DEVICES;
      case TWO_OPENINGS -> counts && !line.gap().isZero();
      case ONE_DEVICE_MANY_CODES -> counts && line.count() <= DeviceTrails.MOST_CODES;
      case PROBING -> counts;
    };
  }

  private static CloneRule rule(String table, List<String> cells) {
    for (CloneRule rule : CloneRule.values()) {
      if (rule.name().equals(cells.getFirst())) {
        return rule;
      }
    }
    throw broken(table, "names a rule nobody knows: " + cells.getFirst());
  }

  private static int number(List<String> cells, int column, int most) {
    String cell = cells.get(column);
    if (cell.equals("-")) {
      return 0;
    }
    requireWhole(
        THRESHOLDS,
        cell.matches("[0-9]{1,6}") && Integer.parseInt(cell) <= most,
        "has no number from 0 to "
            + most
            + " in column "
            + (column + 1)
            + " of "
            + cells.getFirst());
    return Integer.parseInt(cell);
  }

  private static List<String> cells(String table, String line, int columns) {
    List<String> cells = List.of(line.split("\t", -1));
    requireWhole(
        table,
        cells.size() == columns,
        "has a line of " + cells.size() + " columns instead of " + columns);
    return cells;
  }

  private static void requireWhole(String table, boolean isWhole, String what) {
    if (!isWhole) {
      throw broken(table, what);
    }
  }

  private static CannotStart broken(String table, String what) {
    return new CannotStart(
        "The table " + table + " of the clone rules " + what + ".",
        "Put the table right: one line a rule in clone_rules.tsv, at least one in"
            + " clone_thresholds.tsv, columns parted by tabs.");
  }

  /// The lines of a table beside this class, without comments.
  static List<String> lines(String name) {
    try (InputStream in = CloneRuleBook.class.getResourceAsStream(name)) {
      if (in == null) {
        throw broken(name, "is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
