package cn.zhenrong.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/// Measures and writes `results/computation.json` (what needs no service), `results/issuing.json`
/// (a running service), `results/lookup.json` and `results/scan.json` (the same under load) and the
/// table in the README.
///
/// Its only argument is the folder `benchmarks` of the repository; without one it looks for it from
/// the working directory. `BENCH_QUICK=1` in the environment measures each thing once and shortly;
/// `BENCH_ONLY=issuing`, `computation`, `lookup` or `scan` writes one of the files. A measurement
/// that fails is named and holds up no other; the exit code is then 1.
public final class Main {
  private final Plan plan;
  private final Results results;
  private final Failures failures = new Failures();
  private final Instant start = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
  private final double load = Machine.load();

  private Main(Plan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  public static void main(String[] arguments) throws Exception {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    Map<String, String> environment = System.getenv();
    Main main =
        new Main(
            Plan.of(environment.getOrDefault("BENCH_QUICK", "")), new Results(home(arguments)));
    main.measure(environment.getOrDefault("BENCH_ONLY", ""));
    main.failures.names().forEach(name -> System.err.println("failed: " + name));
    System.exit(main.failures.names().isEmpty() ? 0 : 1);
  }

  private void measure(String only) throws IOException, InterruptedException {
    if (only.isEmpty() || only.equals("computation")) {
      Scores scores = new Rounds(plan, failures).measure();
      write("computation", Ratios.ofComputation(scores, PageBenchmark.gzipBytes()), scores, jmh());
    }
    if (only.isEmpty() || only.equals("issuing")) {
      ServiceRounds rounds = new ServiceRounds(plan, failures);
      Scores scores = rounds.measure();
      write("issuing", Ratios.ofIssuing(scores), scores, service(rounds));
    }
    if (only.isEmpty() || only.equals("lookup")) {
      LookupRounds rounds = new LookupRounds(plan, failures);
      Scores scores = rounds.measure();
      write("lookup", Ratios.ofLookup(scores), scores, lookup(rounds));
    }
    if (only.isEmpty() || only.equals("scan")) {
      ScanRounds rounds = new ScanRounds(plan, failures);
      Scores scores = rounds.measure();
      write("scan", Ratios.ofScans(scores), scores, scan(rounds));
    }
  }

  /// A file of which nothing could be measured stays as it was.
  private void write(String name, Ratios ratios, Scores scores, Map<String, Object> settings)
      throws IOException {
    if (scores.isEmpty()) {
      return;
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("machine", Machine.json());
    result.put("load", load());
    result.put("date", start.toString());
    result.put("command", (plan.isQuick() ? "BENCH_QUICK=1 " : "") + "make bench");
    result.put("quick", plan.isQuick());
    result.put("settings", settings);
    result.put("failed", failures.names());
    result.put("ratios", ratios.main());
    result.put("more", ratios.more());
    result.put("ranges", ratios.ranges());
    result.put("scores", scores.json());
    results.write(name, result);
    results.refreshPage();
    System.out.println("written: results/" + name + ".json and the table in README.md");
  }

  private Map<String, Object> load() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("before", Rounded.of(load));
    json.put("after", Rounded.of(Machine.load()));
    return json;
  }

  private Map<String, Object> jmh() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("rounds", plan.rounds());
    settings.put("warmups", plan.warmups());
    settings.put("iterations", plan.iterations());
    settings.put("iteration", plan.iteration().toString());
    settings.put("jvm", Jmh.JVM);
    return settings;
  }

  private Map<String, Object> service(ServiceRounds rounds) {
    Map<String, Object> settings = jmh();
    int cores = Runtime.getRuntime().availableProcessors();
    settings.put("openssl", String.join(" ", OpensslSpeed.command(cores, plan.opensslSeconds())));
    settings.put("load", plan.load().json());
    settings.put("database", rounds.database());
    return settings;
  }

  private Map<String, Object> scan(ScanRounds rounds) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("rounds", plan.rounds());
    settings.put("codes", plan.scan().codes());
    settings.put("burst", plan.scan().burst() + " s");
    settings.put("measured", plan.scan().seconds() + " s");
    settings.put("offered per second", plan.scan().offered());
    settings.put("jvm", Jmh.JVM);
    settings.put("whileMySqlIsAway", rounds.outage());
    return settings;
  }

  private Map<String, Object> lookup(LookupRounds rounds) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("rounds", plan.rounds());
    settings.put("codes", plan.lookup().codes());
    settings.put("warming", plan.lookup().warming() + " s");
    settings.put("measured", plan.lookup().seconds() + " s");
    settings.put("connections", Wrk.CONNECTIONS);
    settings.put("cores", "the service on one, wrk on the other");
    settings.put("jvm", Jmh.JVM);
    settings.put("lastRound", rounds.details());
    return settings;
  }

  private static Path home(String[] arguments) {
    if (arguments.length > 0) {
      return Path.of(arguments[0]);
    }
    Path below = Path.of("benchmarks");
    return Files.isDirectory(below) ? below : Path.of("");
  }
}
