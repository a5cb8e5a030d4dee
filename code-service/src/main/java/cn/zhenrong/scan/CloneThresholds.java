package cn.zhenrong.scan;

import static cn.zhenrong.scan.CloneThresholds.Column.COUNT;
import static cn.zhenrong.scan.CloneThresholds.Column.DEVICES;
import static cn.zhenrong.scan.CloneThresholds.Column.HOURS;
import static cn.zhenrong.scan.CloneThresholds.Column.KILOMETRES;
import static cn.zhenrong.scan.CloneThresholds.Column.MINUTES;
import static cn.zhenrong.scan.CloneThresholds.Column.SPEED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads a table of thresholds. What a rule needs must be there and what it does not use must not:
/// a number that looks as if it did something is worse than none.
final class CloneThresholds {
  private static final String UNUSED = "-";
  private static final int COLUMNS = 1 + Column.values().length;

  private final CloneTable table;
  private final Map<CloneThreshold, Integer> seen = new HashMap<>();
  private final Map<CloneRule, List<CloneThreshold>> byRule = new EnumMap<>(CloneRule.class);

  /// After the name of the rule, in this order.
  enum Column {
    COUNT(100_000),
    DEVICES(CodeRecord.MOST_DEVICES),
    HOURS(24 * 366),
    MINUTES(24 * 60),
    KILOMETRES(5000),
    SPEED(2000);

    private final int most;

    Column(int most) {
      this.most = most;
    }
  }

  /// What the lines of a rule have.
  ///
  /// @param least of the count; two places or devices are the least that can speak of two garments
  /// @param most of the count: more is never remembered
  private record Use(int least, int most, Set<Column> needed, Set<Column> optional) {}

  private CloneThresholds(CloneTable table) {
    this.table = table;
  }

  /// Only of rules the table names.
  static Map<CloneRule, List<CloneThreshold>> of(CloneTable table) {
    CloneThresholds thresholds = new CloneThresholds(table);
    table.lines().forEach(thresholds::add);
    return thresholds.byRule;
  }

  private static Use use(CloneRule rule) {
    int devices = CodeRecord.MOST_DEVICES;
    return switch (rule) {
      case VERIFIED_BEFORE_ACTIVATION -> new Use(1, 1, Set.of(COUNT), Set.of());
      case VERIFIED_AFTER_VOID -> new Use(1, 1, Set.of(COUNT), Set.of(MINUTES));
      case IMPOSSIBLE_TRAVEL ->
          new Use(2, devices, Set.of(COUNT, DEVICES, HOURS, KILOMETRES, SPEED), Set.of(MINUTES));
      case TOO_MANY_DEVICES -> new Use(2, devices, Set.of(COUNT, HOURS), Set.of());
      case TWO_OPENINGS -> new Use(2, devices, Set.of(COUNT, HOURS, MINUTES), Set.of(KILOMETRES));
      case ONE_DEVICE_MANY_CODES -> new Use(2, Trail.MOST_CODES, Set.of(COUNT, HOURS), Set.of());
      case PROBING -> new Use(2, 100_000, Set.of(COUNT), Set.of());
    };
  }

  private void add(CloneTable.Line line) {
    table.cells(line, COLUMNS);
    CloneRule rule = table.rule(line);
    Use use = use(rule);
    CloneThreshold threshold =
        new CloneThreshold(
            rule,
            number(line, COUNT, use),
            number(line, DEVICES, use),
            Duration.ofHours(number(line, HOURS, use)),
            Duration.ofMinutes(number(line, MINUTES, use)),
            number(line, KILOMETRES, use),
            number(line, SPEED, use));
    if (threshold.count() * Math.max(1, threshold.devices()) > use.most()) {
      throw table.broken(
          line, "count times devices is more than " + use.most() + ", which is never remembered");
    }
    Integer before = seen.put(threshold, line.number());
    if (before != null) {
      throw table.broken(line, "it says the same as line " + before);
    }
    byRule.computeIfAbsent(rule, _ -> new ArrayList<>()).add(threshold);
  }

  /// 0 for none.
  private int number(CloneTable.Line line, Column column, Use use) {
    String cell = line.cells().get(column.ordinal() + 1).strip();
    String name =
        "column " + (column.ordinal() + 2) + " (" + column.name().toLowerCase(Locale.ROOT) + ")";
    boolean isNeeded = use.needed().contains(column);
    if (cell.equals(UNUSED)) {
      if (isNeeded) {
        throw table.broken(line, "the rule needs a number in " + name);
      }
      return 0;
    }
    if (!isNeeded && !use.optional().contains(column)) {
      throw table.broken(line, "the rule does not use " + name + ", where - belongs");
    }
    int least = column == COUNT ? use.least() : 1;
    int most = column == COUNT ? use.most() : column.most;
    int number = cell.matches("[0-9]{1,6}") ? Integer.parseInt(cell) : 0;
    if (number < least || number > most) {
      throw table.broken(line, name + " is no whole number from " + least + " to " + most);
    }
    return number;
  }
}
