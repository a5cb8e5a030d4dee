package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  @TempDir Path home;

  @BeforeEach
  void page() throws IOException {
    Files.writeString(home.resolve("README.md"), RatioTable.BEGIN + "\n" + RatioTable.END + "\n");
  }

  @Test
  void gathersTheRatiosOfAllFiles() throws IOException {
    Results results = new Results(home);
    results.write("one", result("symbol/vs-zxing", "4.25", false));
    results.write("two", result("lookup/mvc-json", "1.1", true));

    results.refreshPage();

    assertThat(home.resolve("README.md"))
        .content()
        .contains("| 4.25 | met | `one.json` |")
        .contains("| 1.1 | met | `two.json`, quick |");
  }

  @Test
  void keepsOneFileOfAName() throws IOException {
    Results results = new Results(home);
    results.write("one", result("symbol/vs-zxing", "4.2", false));
    results.write("one", result("symbol/vs-zxing", "3.9", false));

    results.refreshPage();

    assertThat(home.resolve("results")).isDirectoryContaining("glob:**/one.json");
    assertThat(home.resolve("README.md"))
        .content()
        .contains("| 3.9 | **missed** |")
        .doesNotContain("4.2");
  }

  private static Map<String, Object> result(String key, String value, boolean quick) {
    return Map.of("quick", quick, "ratios", Map.of(key, new BigDecimal(value)));
  }
}
