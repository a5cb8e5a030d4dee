package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Verifications, from the shopper's word to the row in the table: how many a second on all cores,
/// stores included, and whether any is lost when MySQL is away in the middle.
final class ScanRounds {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int UNBOUNDED = 10_000_000;

  private final Plan plan;
  private final Failures failures;
  private final Scores scores = new Scores();
  private final Map<String, Object> outage = new LinkedHashMap<>();

  /// Since the service began.
  private long promised;

  ScanRounds(Plan plan, Failures failures) {
    this.plan = plan;
    this.failures = failures;
  }

  Scores measure() throws InterruptedException {
    failures.attempt("the service", this::withFolder);
    return scores;
  }

  Map<String, Object> outage() {
    return Map.copyOf(outage);
  }

  private void withFolder() throws Exception {
    Path folder = Files.createTempDirectory("benchmark");
    try (RunningService service =
        RunningService.start(
            folder,
            List.of(),
            List.of(
                "--bench.table=none",
                "--zhenrong.scan.journal-folder=" + folder.resolve("scans")))) {
      LookupLoad load = new LookupLoad(new Issued(service, plan.scan().codes()).codes());
      Path paths = folder.resolve("paths");
      load.write(LookupMeasurement.RESOLVED, paths);
      promised += run(service, paths, plan.scan().warming(), UNBOUNDED).path("kept").asLong();
      awaitCounted(service, promised);
      for (int round = 1; round <= plan.rounds(); round++) {
        int now = round;
        failures.attempt("scans", () -> measure(now, service, paths));
      }
      failures.attempt("scans while MySQL is away", () -> withoutMySql(service, paths));
    } finally {
      ServiceRounds.delete(folder);
    }
  }

  /// The time until the last of them is in the table counts, not the time until it was promised.
  private void measure(int round, RunningService service, Path paths)
      throws IOException, SQLException, InterruptedException {
    long start = System.nanoTime();
    JsonNode run = run(service, paths, plan.scan().seconds(), UNBOUNDED);
    double kept = run.path("kept").asDouble();
    scores.tell(
        round, ScanMeasurement.PROMISED, List.of(kept * 1e9 / run.path("nanos").asDouble()));
    promised += (long) kept;
    awaitCounted(service, promised);
    scores.tell(round, ScanMeasurement.COUNTED, List.of(kept * 1e9 / (System.nanoTime() - start)));
  }

  private void withoutMySql(RunningService service, Path paths) throws Exception {
    long before = counted(service);
    Plan.Scan scan = plan.scan();
    CompletableFuture<JsonNode> running =
        CompletableFuture.supplyAsync(() -> {
          try {
            return run(service, paths, scan.away() + 20, scan.perSecond());
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    Thread.sleep(Duration.ofSeconds(10));
    service.stopMySql();
    Thread.sleep(Duration.ofSeconds(scan.away()));
    service.startMySql();
    JsonNode run = running.join();
    long kept = run.path("kept").asLong();
    promised += kept;
    awaitCounted(service, promised);
    long counted = counted(service) - before;
    outage.put("MySQL away", scan.away() + " s of " + (scan.away() + 20) + " s");
    outage.put("promised", kept);
    outage.put("refused", run.path("refused").asLong());
    outage.put("counted", counted);
    outage.put("lost", kept - counted);
    System.out.println("scans while MySQL is away: " + outage);
    if (counted != kept) {
      throw new IllegalStateException(kept + " were promised and " + counted + " counted");
    }
  }

  private static JsonNode run(RunningService service, Path paths, int seconds, int perSecond)
      throws IOException {
    try (Wire wire = service.wire()) {
      return JSON.readTree(
          wire.get("/bench/scans?seconds=" + seconds + "&rate=" + perSecond + "&paths=" + paths)
              .expect(200));
    }
  }

  /// Until so many were applied since the service began.
  private static void awaitCounted(RunningService service, double all)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (Wire meters = service.wire(RunningService.ASSOCIATION)) {
      while (ServerClock.counter(meters, "zhenrong.scans.applied") < all) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("scans were not applied within " + PATIENCE);
        }
        Thread.sleep(50);
      }
    }
  }

  private static long counted(RunningService service) throws SQLException {
    try (Connection connection = service.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM zhenrong.scan_event WHERE opened = FALSE")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
