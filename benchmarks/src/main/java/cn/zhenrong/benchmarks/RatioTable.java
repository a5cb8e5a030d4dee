package cn.zhenrong.benchmarks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// The table in the README, made of the ratios of all result files.
final class RatioTable {
  static final String BEGIN = "<!-- ratios: written by the program, do not edit -->";
  static final String END = "<!-- end of ratios -->";

  private RatioTable() {}

  /// The page with the table between its two marks replaced.
  ///
  /// @throws IllegalArgumentException if the page does not hold both marks, in order
  static String replace(String page, String table) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("the page lacks the marks around its table");
    }
    return page.substring(0, begin + BEGIN.length()) + "\n\n" + table + "\n" + page.substring(end);
  }

  /// One line for each target that was measured.
  ///
  /// @param ratios by key; keys without a target are left out
  static String markdown(Map<String, Ratio> ratios) {
    StringBuilder table = new StringBuilder();
    table.append("| what | target | measured | | where |\n|---|---|---|---|---|\n");
    for (Target target : Target.ALL) {
      Ratio ratio = ratios.get(target.key());
      if (ratio != null) {
        table.append(row(target, ratio)).append('\n');
      }
    }
    return table.toString();
  }

  private static String row(Target target, Ratio ratio) {
    String limit =
        target.bound().sign().isEmpty()
            ? "–"
            : target.bound().sign() + " " + target.bound().limit().toPlainString();
    String outcome =
        target.isMetBy(ratio.value()).map(met -> met ? "met" : "**missed**").orElse("");
    List<String> cells =
        List.of(
            target.words() + " `" + target.key() + "`",
            limit,
            ratio.value().toPlainString(),
            outcome,
            ratio.where());
    return "| " + String.join(" | ", cells) + " |";
  }

  /// One measured ratio.
  ///
  /// @param where the result file it stands in
  record Ratio(BigDecimal value, String where) {}
}
