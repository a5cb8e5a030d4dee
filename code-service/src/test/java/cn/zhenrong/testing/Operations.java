package cn.zhenrong.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What operations do, in words: `operations.tsv`. Not the comments of the controllers: one method
/// often serves several paths, and those are words for who changes the code.
///
/// @param all by method and path, such as `get /scan`
public record Operations(Map<String, Words> all) {

  /// @param description what else to know
  public record Words(String summary, @Nullable String description) {}

  public static Operations read() {
    Map<String, Words> all = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Operations.class.getResourceAsStream("/cn/zhenrong/operations.tsv")),
                StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(text -> !text.startsWith("#")).toList()) {
        List<String> cells = List.of(line.split("\t", -1));
        String description = cells.size() == 4 ? cells.get(3) : null;
        if (cells.size() < 3
            || cells.size() > 4
            || cells.stream().anyMatch(String::isBlank)
            || all.put(cells.get(0) + " " + cells.get(1), new Words(cells.get(2), description))
                != null) {
          throw new IllegalStateException("operations.tsv: wrong or repeated: " + line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Operations(all);
  }
}
