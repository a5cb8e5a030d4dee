package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.Serial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupLoadTest {
  private static final List<String> CODES =
      IntStream.range(0, 10_000).mapToObj(i -> "/S/%016d".formatted(i)).toList();

  @TempDir Path folder;

  @Test
  void asksForSomeCodesFarMoreOftenThanForOthers() throws IOException {
    List<String> paths = paths(LookupMeasurement.REAL);
    Map<String, Long> counts =
        paths.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<Long> sorted = counts.values().stream().sorted((a, b) -> Long.compare(b, a)).toList();
    // The first of n takes one part in H(n) of all, the tenth a tenth of that.
    double first = paths.size() / (Math.log(CODES.size()) + 0.5772);
    assertThat(sorted.getFirst()).isBetween((long) (first * 0.9), (long) (first * 1.1));
    assertThat(sorted.get(9)).isBetween((long) (first * 0.08), (long) (first * 0.12));
    assertThat(paths).allMatch(path -> path.startsWith("/api/v1/codes/"));
  }

  @Test
  void junkIsHalfWellFormed() throws IOException {
    List<String> paths = paths(LookupMeasurement.JUNK);
    long wellFormed =
        paths.stream()
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .filter(serial -> Serial.read(serial).isPresent())
            .count();
    assertThat(wellFormed).isEqualTo(paths.size() / 2);
  }

  @Test
  void isTheSameEveryTime() throws IOException {
    assertThat(paths(LookupMeasurement.RESOLVED)).isEqualTo(paths(LookupMeasurement.RESOLVED));
    assertThat(paths(LookupMeasurement.RESOLVED)).allMatch(path -> path.startsWith("/S/"));
  }

  private List<String> paths(LookupMeasurement measurement) throws IOException {
    Path file = folder.resolve(measurement.name());
    new LookupLoad(CODES).write(measurement, file);
    return Files.readAllLines(file);
  }
}
