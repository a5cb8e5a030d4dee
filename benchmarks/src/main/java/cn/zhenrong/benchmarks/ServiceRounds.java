package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Makes the measurements of a running service, round after round, and then counts what its tables
/// take.
final class ServiceRounds {
  private final Plan plan;
  private final Failures failures;
  private final Scores scores = new Scores();
  private final Map<String, String> database = new TreeMap<>();

  ServiceRounds(Plan plan, Failures failures) {
    this.plan = plan;
    this.failures = failures;
  }

  Scores measure() throws InterruptedException {
    failures.attempt("the service", this::withFolder);
    return scores;
  }

  /// What the database server says about how it commits.
  Map<String, String> database() {
    return Map.copyOf(database);
  }

  private void withFolder() throws Exception {
    Path folder = Files.createTempDirectory("benchmark");
    try {
      StoredBytes bytes = new StoredBytes(plan.load(), folder);
      try (RunningService service = RunningService.start(folder)) {
        rounds(service);
        failures.attempt("stored bytes: preparing", () -> bytes.prepare(service));
      }
      failures.attempt("stored bytes", () -> bytes.measure(scores));
    } finally {
      delete(folder);
    }
  }

  private void rounds(RunningService service)
      throws IOException, SQLException, InterruptedException {
    try (Wire wire = service.wire();
        Wire meters = service.wire(RunningService.ASSOCIATION);
        Commits commits = new Commits(service.connect())) {
      database.putAll(commits.server());
      Maker maker = new Maker(wire);
      StreamRound stream = new StreamRound(maker, plan.load(), scores);
      SealingRound sealing = new SealingRound(maker, scores);
      AcceptanceRound acceptance = new AcceptanceRound(wire, meters, commits, plan.load(), scores);
      ActivationRound activation = new ActivationRound(service, plan, scores);
      for (int round = 1; round <= plan.rounds(); round++) {
        int now = round;
        failures.attempt("signed stream", () -> stream.signed(now));
        failures.attempt("raw ACCP", () -> accp(now));
        failures.attempt("openssl speed", () -> openssl(now));
        failures.attempt("compact stream", () -> stream.compact(now));
        failures.attempt("sealing", () -> sealing.run(now));
        failures.attempt("acceptance", () -> acceptance.run(now));
        failures.attempt("activation", () -> activation.run(now));
      }
    }
  }

  private void accp(int round) throws Exception {
    Measurement accp = Measurement.ACCP_ON_ALL_CORES;
    scores.tell(round, accp, new Jmh(plan).run(accp));
  }

  private void openssl(int round) throws InterruptedException {
    OptionalDouble speed =
        OpensslSpeed.measure(Runtime.getRuntime().availableProcessors(), plan.opensslSeconds());
    if (speed.isPresent()) {
      scores.tell(round, ServiceMeasurement.OPENSSL, List.of(speed.getAsDouble()));
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
