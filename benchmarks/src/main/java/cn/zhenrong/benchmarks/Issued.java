package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Codes that are in use: batches of one maker, activated as wholes.
///
/// @param service that issues them
/// @param size how many
record Issued(RunningService service, int size) {
  private static final int A_BATCH = 10_000;

  /// Their paths, as on the labels.
  List<String> codes() throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>();
    try (Wire wire = service.wire();
        Wire bench = service.wire("demo-qc-1")) {
      Maker maker = new Maker(wire);
      while (paths.size() < size) {
        String batch = maker.issue(maker.papers(), "compact", A_BATCH);
        bench
            .post(
                Maker.BATCHES + "/" + batch + "/activations",
                "{\"first\":1,\"last\":" + A_BATCH + "}")
            .expect(200);
        wire.get(Maker.BATCHES + "/" + batch + "/codes.csv")
            .expect(200)
            .lines()
            .skip(1)
            .map(row -> row.split(",", 5)[3].replaceFirst("https?://[^/]+", ""))
            .forEach(paths::add);
      }
    }
    return paths;
  }
}
