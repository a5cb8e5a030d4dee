package cn.zhenrong.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// Measures everything that needs no server and writes `results/computation.json` and the table in
/// the README.
///
/// Its only argument is the folder `benchmarks` of the repository; without one it looks for it from
/// the working directory. `BENCH_QUICK=1` in the environment measures each thing once and shortly.
public final class Main {
  private static final String NAME = "computation";

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    Plan plan = Plan.of(System.getenv().getOrDefault("BENCH_QUICK", ""));
    Results results = new Results(home(arguments));
    Instant start = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    double load = Machine.load();
    Scores scores = new Rounds(plan).measure();
    results.write(NAME, result(plan, start, load, scores));
    results.refreshPage();
    System.out.println("written: results/" + NAME + ".json and the table in README.md");
  }

  private static Map<String, Object> result(Plan plan, Instant start, double load, Scores scores) {
    Ratios ratios = Ratios.of(scores, PageBenchmark.gzipBytes());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("machine", Machine.json());
    result.put("load", load(load));
    result.put("date", start.toString());
    result.put("command", (plan.isQuick() ? "BENCH_QUICK=1 " : "") + "make bench");
    result.put("quick", plan.isQuick());
    result.put("settings", settings(plan));
    result.put("ratios", ratios.main());
    result.put("more", ratios.more());
    result.put("ranges", ratios.ranges());
    result.put("scores", scores.json());
    return result;
  }

  private static Map<String, Object> load(double before) {
    Map<String, Object> load = new LinkedHashMap<>();
    load.put("before", Rounded.of(before));
    load.put("after", Rounded.of(Machine.load()));
    return load;
  }

  private static Map<String, Object> settings(Plan plan) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("rounds", plan.rounds());
    settings.put("warmups", plan.warmups());
    settings.put("iterations", plan.iterations());
    settings.put("iteration", plan.iteration().toString());
    settings.put("jvm", Rounds.JVM);
    settings.put(
        "openssl",
        String.join(
            " ", OpensslSpeed.command(Measurement.OPENSSL.threads(), plan.opensslSeconds())));
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
