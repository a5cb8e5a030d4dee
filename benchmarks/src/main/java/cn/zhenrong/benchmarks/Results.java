package cn.zhenrong.benchmarks;

import cn.zhenrong.benchmarks.RatioTable.Ratio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The folder of result files and the page that shows them. A file has the same name in every run.
final class Results {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;
  private final Path page;

  /// @param home the folder `benchmarks` of the repository
  Results(Path home) {
    this.folder = home.resolve("results");
    this.page = home.resolve("README.md");
  }

  void write(String name, Map<String, Object> result) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(result) + "\n");
  }

  /// Writes the table of the page again, from all result files there are.
  void refreshPage() throws IOException {
    String table = RatioTable.markdown(ratios());
    Files.writeString(page, RatioTable.replace(Files.readString(page), table));
  }

  private Map<String, Ratio> ratios() throws IOException {
    Map<String, Ratio> ratios = new LinkedHashMap<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      JsonNode result = JSON.readTree(Files.readString(file));
      String where = "`" + name + "`" + (result.path("quick").asBoolean(false) ? ", quick" : "");
      result
          .path("ratios")
          .properties()
          .forEach(e -> ratios.put(e.getKey(), new Ratio(e.getValue().decimalValue(), where)));
    }
    return ratios;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
