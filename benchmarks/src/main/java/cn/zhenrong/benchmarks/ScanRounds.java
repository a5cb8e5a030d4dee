package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Verifications, from the shopper's word to the row in the table: how many a second on all cores,
/// stores included, and whether any is lost when MySQL is away in the middle.
final class ScanRounds {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int PIECE_SECONDS = 10;
  private static final int UNBOUNDED = 10_000_000;

  private final Plan plan;
  private final Failures failures;
  private final Scores scores = new Scores();
  private final Map<String, Object> outage = new LinkedHashMap<>();

  /// Codes as shoppers verify them, one each, in no order.
  private Path each = Path.of("");

  /// Codes as everybody looks at the same ones: drawn by Zipf's law.
  private Path crowded = Path.of("");

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
      List<String> codes = new ArrayList<>(new Issued(service, plan.scan().codes()).codes());
      LookupLoad crowd = new LookupLoad(codes);
      crowded = folder.resolve("crowded");
      crowd.write(LookupMeasurement.RESOLVED, crowded);
      Collections.shuffle(codes, new Random(7));
      each = folder.resolve("each");
      Files.write(each, codes);
      promised += run(service, each, plan.scan().warming(), plan.scan().offered()).kept();
      awaitCounted(service, promised);
      for (int round = 1; round <= plan.rounds(); round++) {
        int now = round;
        failures.attempt("scans in a burst", () -> burst(now, service));
        failures.attempt("scans", () -> counted(now, service, ScanMeasurement.COUNTED));
        failures.attempt("scans of a crowd", () -> counted(now, service, ScanMeasurement.CROWDED));
      }
      failures.attempt("scans while MySQL is away", () -> withoutMySql(service));
    } finally {
      ServiceRounds.delete(folder);
    }
  }

  /// What is kept while as many come as can, then how fast that gets into the tables.
  private void burst(int round, RunningService service) throws IOException, InterruptedException {
    Run run = run(service, each, plan.scan().burst(), UNBOUNDED);
    scores.tell(round, ScanMeasurement.PROMISED, List.of(run.kept() * 1e9 / run.nanos()));
    promised += run.kept();
    long start = System.nanoTime();
    double waiting = promised - applied(service);
    awaitCounted(service, promised);
    scores.tell(
        round, ScanMeasurement.DRAINED, List.of(waiting * 1e9 / (System.nanoTime() - start)));
  }

  /// The time until the last of them is in the tables counts, not the time until it was promised.
  private void counted(int round, RunningService service, ScanMeasurement measurement)
      throws IOException, InterruptedException {
    boolean crowd = measurement == ScanMeasurement.CROWDED;
    int seconds = crowd ? plan.scan().burst() : plan.scan().seconds();
    long start = System.nanoTime();
    Run run = run(service, crowd ? crowded : each, seconds, plan.scan().offered());
    promised += run.kept();
    awaitCounted(service, promised);
    scores.tell(round, measurement, List.of(run.kept() * 1e9 / (System.nanoTime() - start)));
  }

  private void withoutMySql(RunningService service) throws Exception {
    long before = rows(service);
    Plan.Scan scan = plan.scan();
    int seconds = scan.away() + 20;
    CompletableFuture<Run> running =
        CompletableFuture.supplyAsync(() -> {
          try {
            Run all = new Run(0, 0, 0);
            // In pieces, because nobody waits so long for an answer.
            for (int left = seconds; left > 0; left -= PIECE_SECONDS) {
              all = all.and(run(service, each, PIECE_SECONDS, scan.whileAway()));
            }
            return all;
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    Thread.sleep(Duration.ofSeconds(10));
    service.stopMySql();
    Thread.sleep(Duration.ofSeconds(scan.away()));
    service.startMySql();
    Run run = running.join();
    long end = System.nanoTime();
    // A group whose commit was under way when MySQL went is a repeated one in the service's
    // numbers.
    long counted = awaitRows(service, before + run.kept()) - before;
    long caughtUp = (System.nanoTime() - end) / 1_000_000_000;
    outage.put("MySQL away", scan.away() + " s of " + seconds + " s");
    outage.put("offered per second", scan.whileAway());
    outage.put("promised", run.kept());
    outage.put("refused", run.refused());
    outage.put("counted", counted);
    outage.put("lost", run.kept() - counted);
    outage.put("all in the tables", caughtUp + " s after the last");
    System.out.println("scans while MySQL is away: " + outage);
    if (counted != run.kept()) {
      throw new IllegalStateException(run.kept() + " were promised and " + counted + " counted");
    }
  }

  /// What shoppers were told.
  private record Run(long kept, long refused, double nanos) {
    Run and(Run other) {
      return new Run(kept + other.kept, refused + other.refused, nanos + other.nanos);
    }
  }

  private static Run run(RunningService service, Path paths, int seconds, int perSecond)
      throws IOException {
    try (Wire wire = service.wire()) {
      JsonNode run =
          JSON.readTree(
              wire.get("/bench/scans?seconds=" + seconds + "&rate=" + perSecond + "&paths=" + paths)
                  .expect(200));
      return new Run(
          run.path("kept").asLong(), run.path("refused").asLong(), run.path("nanos").asDouble());
    }
  }

  /// Until so many were applied since the service began.
  private static void awaitCounted(RunningService service, long all)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (applied(service) < all) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("scans were not applied within " + PATIENCE);
      }
      Thread.sleep(50);
    }
  }

  /// Until there are so many rows, or it has lasted too long.
  ///
  /// @return how many there are
  private static long awaitRows(RunningService service, long all) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long rows = 0;
    while (rows < all && System.nanoTime() < deadline) {
      Thread.sleep(1000);
      try {
        rows = rows(service);
      } catch (SQLException e) {
        System.out.println("  MySQL is not back yet");
      }
    }
    return rows;
  }

  private static double applied(RunningService service) throws IOException {
    try (Wire meters = service.wire(RunningService.ASSOCIATION)) {
      return ServerClock.counter(meters, "zhenrong.scans.applied");
    } catch (IllegalStateException e) {
      // Whose key it is cannot be told a moment after MySQL came back.
      return 0;
    }
  }

  private static long rows(RunningService service) throws SQLException {
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
