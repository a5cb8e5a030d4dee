package cn.zhenrong.conformity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A table kept as text beside a class: columns parted by tabs, lines starting with `#` are
/// comments.
public final class Table {
  private Table() {}

  /// The rows of a table beside `owner`.
  ///
  /// @throws IllegalArgumentException if the table is missing or a line has another number of
  ///   columns
  public static List<List<String>> read(Class<?> owner, String name, int columns) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no " + name);
      }
      return rows(name, columns, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> rows(String name, int columns, InputStream in)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> row = List.of(line.split("\t", -1));
      if (row.size() != columns) {
        throw new IllegalArgumentException(
            name + " has a line of " + row.size() + " columns instead of " + columns);
      }
      rows.add(row);
    }
    return rows;
  }
}
