package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The lookup under load: the service on one core, the load on the other, and beside it in the same
/// Tomcat what it is compared with.
final class LookupRounds {
  static final List<String> SERVICE_CORE = List.of("taskset", "-c", "0");
  private static final String TABLE = "code";

  private final Plan plan;
  private final Failures failures;
  private final Scores scores = new Scores();
  private final Map<LookupMeasurement, Map<String, Object>> details =
      new EnumMap<>(LookupMeasurement.class);

  LookupRounds(Plan plan, Failures failures) {
    this.plan = plan;
    this.failures = failures;
  }

  Scores measure() throws InterruptedException {
    failures.attempt("the service", this::withFolder);
    return scores;
  }

  /// Latencies, store calls and bytes allocated, of the last round.
  Map<String, Object> details() {
    Map<String, Object> json = new LinkedHashMap<>();
    details.forEach((measurement, detail) -> json.put(measurement.title(), detail));
    return json;
  }

  private void withFolder() throws Exception {
    Path folder = Files.createTempDirectory("benchmark");
    try (RunningService service =
        RunningService.start(
            folder,
            SERVICE_CORE,
            List.of(
                "--bench.table=" + RunningService.DATABASE + "." + TABLE,
                // The limits are asked as for any stranger, but let this one pass.
                "--zhenrong.limits.prefix.rate=1000000",
                "--zhenrong.limits.prefix.burst=1000000",
                "--zhenrong.limits.device.rate=1000000",
                "--zhenrong.limits.device.burst=1000000",
                "--zhenrong.limits.slow.window=1s",
                "--zhenrong.limits.slow.device-invalid=1000000",
                "--zhenrong.limits.slow.prefix-invalid=1000000"))) {
      List<String> codes = new Issued(service, plan.lookup().codes()).codes();
      LookupLoad load = new LookupLoad(codes);
      for (LookupMeasurement measurement : LookupMeasurement.values()) {
        load.write(measurement, file(measurement, folder));
      }
      rowForEach(service, codes);
      Wrk wrk = Wrk.at(service.port(), folder);
      for (LookupMeasurement measurement : LookupMeasurement.values()) {
        failures.attempt(
            measurement.title() + ", warming",
            () ->
                wrk.run(file(measurement, folder), plan.lookup().warming(), measurement.headers()));
      }
      for (int round = 1; round <= plan.rounds(); round++) {
        int now = round;
        for (LookupMeasurement measurement : LookupMeasurement.values()) {
          failures.attempt(
              measurement.title(),
              () -> measure(now, measurement, service, wrk, file(measurement, folder)));
        }
      }
    } finally {
      ServiceRounds.delete(folder);
    }
  }

  private static Path file(LookupMeasurement measurement, Path folder) {
    return folder.resolve(measurement.name());
  }

  private void measure(
      int round, LookupMeasurement measurement, RunningService service, Wrk wrk, Path paths)
      throws Exception {
    wrk.run(paths, 1, measurement.headers());
    Stores before = Stores.of(service);
    Wrk.Run run = wrk.run(paths, plan.lookup().seconds(), measurement.headers());
    Stores after = Stores.of(service);
    if (measurement.succeeds() ? run.refused() > 0 : run.refused() < run.answers()) {
      throw new IllegalStateException(run.refused() + " of " + run.answers() + " were refused");
    }
    scores.tell(round, measurement, List.of(run.perSecond()));
    details.put(measurement, after.since(before, run));
  }

  /// What the stores and the collector counted.
  private record Stores(double statements, double commands, double allocated) {
    static Stores of(RunningService service) throws IOException, SQLException {
      try (Connection connection = service.connect();
          Wire wire = service.wire(RunningService.ASSOCIATION)) {
        return new Stores(status(connection), service.redisCommands(), ServerClock.allocated(wire));
      }
    }

    private static double status(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Questions'")) {
        rows.next();
        return rows.getDouble(2);
      }
    }

    Map<String, Object> since(Stores before, Wrk.Run run) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("p50 ms", Rounded.of(run.p50()));
      json.put("p99 ms", Rounded.of(run.p99()));
      json.put("p99.9 ms", Rounded.of(run.p999()));
      json.put(
          "bytes allocated per answer", Rounded.of((allocated - before.allocated) / run.answers()));
      json.put(
          "statements per answer", Rounded.of((statements - before.statements) / run.answers()));
      json.put(
          "Redis commands per answer", Rounded.of((commands - before.commands) / run.answers()));
      return json;
    }
  }

  /// The baseline's tables, with the answers the service gives.
  private static void rowForEach(RunningService service, List<String> codes)
      throws IOException, SQLException {
    try (Connection connection = service.connect();
        Wire wire = service.wire();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE code_batch (id BIGINT PRIMARY KEY, answer TEXT NOT NULL) CHARACTER SET utf8mb4");
      statement.execute(
          "CREATE TABLE code (id BIGINT AUTO_INCREMENT PRIMARY KEY, serial CHAR(16) CHARACTER SET ascii"
              + " COLLATE ascii_bin NOT NULL, batch_id BIGINT NOT NULL, status VARCHAR(10) NOT NULL,"
              + " first_scan_at DATETIME NULL, scans INT NOT NULL, UNIQUE KEY (serial))");
      String serial = codes.getFirst().substring(codes.getFirst().lastIndexOf('/') + 1);
      String answer = wire.get("/api/v1/codes/" + serial).expect(200);
      try (PreparedStatement batch =
          connection.prepareStatement("INSERT INTO code_batch VALUES (1, ?)")) {
        batch.setString(1, answer.substring(answer.indexOf("\"verdict\""), answer.length() - 1));
        batch.executeUpdate();
      }
      List<String> rows = new ArrayList<>();
      for (String code : codes) {
        rows.add("('" + code.substring(code.lastIndexOf('/') + 1) + "',1,'ACTIVE',NULL,0)");
        if (rows.size() == 5000) {
          insert(statement, rows);
        }
      }
      insert(statement, rows);
    }
  }

  private static void insert(Statement statement, List<String> rows) throws SQLException {
    if (!rows.isEmpty()) {
      statement.executeUpdate(
          "INSERT INTO code (serial, batch_id, status, first_scan_at, scans) VALUES "
              + String.join(",", rows));
      rows.clear();
    }
  }
}
