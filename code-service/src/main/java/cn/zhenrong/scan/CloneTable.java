package cn.zhenrong.scan;

import cn.zhenrong.problem.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A table of the clone rules as text: columns parted by tabs, a line that begins with `#` is a
/// remark.
///
/// @param name what an operator knows it by
/// @param remedy what to do if it is not whole
record CloneTable(String name, String remedy, List<Line> lines) {
  private static final int MOST_BYTES = 1 << 16;

  /// @param number from 1, remarks counted
  record Line(int number, List<String> cells) {}

  /// A table beside this class.
  static CloneTable shipped(String name) {
    try (InputStream in =
        Objects.requireNonNull(CloneTable.class.getResourceAsStream(name), name)) {
      String remedy = "Put the table right; its first lines say what belongs into each column.";
      return of(name, remedy, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The operator's own thresholds.
  static CloneTable ofOperator(Path file) {
    String remedy =
        "Correct the file zhenrong.scan.clone-thresholds names, or leave the setting out;"
            + " docs/operations.md says what belongs into each column.";
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw broken(file.toString(), "", "it cannot be read", remedy);
    }
    if (bytes.length > MOST_BYTES) {
      throw broken(file.toString(), "", "it has more than " + MOST_BYTES + " bytes", remedy);
    }
    CloneTable table = of(file.toString(), remedy, new String(bytes, StandardCharsets.UTF_8));
    if (table.lines().isEmpty()) {
      throw table.broken(
          "it has no threshold; an empty file is more likely an accident than meant");
    }
    return table;
  }

  static CloneTable of(String name, String remedy, String text) {
    // Some editors put a byte order mark before the first line.
    List<String> all = text.replaceFirst("^\uFEFF", "").lines().toList();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String line = all.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(new Line(i + 1, List.of(line.split("\t", -1))));
      }
    }
    return new CloneTable(name, remedy, List.copyOf(lines));
  }

  /// What is wrong never repeats what is in a cell: the setting may name the wrong file.
  CannotStart broken(Line line, String what) {
    return broken(name, ", line " + line.number(), what, remedy);
  }

  CannotStart broken(String what) {
    return broken(name, "", what, remedy);
  }

  List<String> cells(Line line, int columns) {
    if (line.cells().size() != columns || line.cells().stream().anyMatch(String::isBlank)) {
      throw broken(line, "it is not " + columns + " filled columns parted by tabs");
    }
    return line.cells();
  }

  CloneRule rule(Line line) {
    for (CloneRule rule : CloneRule.values()) {
      if (rule.name().equals(line.cells().getFirst())) {
        return rule;
      }
    }
    throw broken(line, "its first column is the name of no rule");
  }

  private static CannotStart broken(String name, String where, String what, String remedy) {
    return new CannotStart(
        "The table " + name + " of the clone rules cannot be used" + where + ": " + what + ".",
        remedy);
  }
}
