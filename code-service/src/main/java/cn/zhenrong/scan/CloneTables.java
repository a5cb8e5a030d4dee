package cn.zhenrong.scan;

import cn.zhenrong.problem.CannotStart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads the two tables of the clone rules: columns parted by tabs, `#` begins a comment, `-`
/// stands for what a rule does not use.
final class CloneTables {
  static final String RULES = "clone_rules.tsv";
  static final String THRESHOLDS = "clone_thresholds.tsv";

  private CloneTables() {}

  /// The lines of a table beside this class.
  static List<String> lines(String table) {
    try (InputStream in = CloneTables.class.getResourceAsStream(table)) {
      requireWhole(in != null, table, "is missing");
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> cells(String table, String line, int columns) {
    List<String> cells = List.of(line.split("\t", -1));
    requireWhole(
        cells.size() == columns && cells.stream().noneMatch(String::isBlank),
        table,
        "has a line that is not " + columns + " filled columns: " + cells.getFirst());
    return cells;
  }

  static CloneRule rule(String table, List<String> cells) {
    for (CloneRule rule : CloneRule.values()) {
      if (rule.name().equals(cells.getFirst())) {
        return rule;
      }
    }
    throw broken(table, "names a rule nobody knows: " + cells.getFirst());
  }

  static int number(List<String> cells, int column, int most) {
    String cell = cells.get(column);
    if (cell.equals("-")) {
      return 0;
    }
    requireWhole(
        cell.matches("[0-9]{1,6}") && Integer.parseInt(cell) <= most,
        THRESHOLDS,
        "has no number from 0 to " + most + " in column " + (column + 1) + ": " + cells.getFirst());
    return Integer.parseInt(cell);
  }

  static void requireWhole(boolean isWhole, String table, String what) {
    if (!isWhole) {
      throw broken(table, what);
    }
  }

  private static CannotStart broken(String table, String what) {
    return new CannotStart(
        "The table " + table + " of the clone rules " + what + ".",
        "Put the table right; its first lines say what belongs into each column.");
  }
}
