package cn.zhenrong.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Makes the measurements, round after round.
final class Rounds {
  /// The same for every measured JVM.
  static final List<String> JVM =
      List.of(
          "-Xms512m",
          "-Xmx512m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Plan plan;

  Rounds(Plan plan) {
    this.plan = plan;
  }

  Scores measure() throws RunnerException, InterruptedException {
    Scores scores = new Scores();
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Measurement measurement : Measurement.values()) {
        for (var one : once(measurement).entrySet()) {
          scores.add(one.getKey(), one.getValue());
          tell(round, one.getKey(), one.getValue());
        }
      }
    }
    return scores;
  }

  private static void tell(int round, Measurement measurement, List<Double> iterations) {
    double mean = iterations.stream().mapToDouble(d -> d).average().orElseThrow();
    System.out.printf(
        Locale.ROOT, "round %d  %-32s %,14.1f ops/s%n", round, measurement.title(), mean);
  }

  private Map<Measurement, List<Double>> once(Measurement measurement)
      throws RunnerException, InterruptedException {
    return switch (measurement) {
      case OPENSSL -> openssl();
      case CODES_BESIDE -> {
        List<IterationResult> both = iterations(measurement);
        yield Map.of(
            Measurement.CODES_BESIDE, of("codesBeside", both),
            Measurement.ACCP_BESIDE, of("accpBeside", both));
      }
      case ACCP_BESIDE -> Map.of();
      default ->
          Map.of(
              measurement,
              iterations(measurement).stream().map(i -> i.getPrimaryResult().getScore()).toList());
    };
  }

  /// The score of one of several methods that ran at the same time.
  private static List<Double> of(String method, List<IterationResult> iterations) {
    return iterations.stream()
        .map(i -> requireNonNull(i.getSecondaryResults().get(method)).getScore())
        .toList();
  }

  private Map<Measurement, List<Double>> openssl() throws InterruptedException {
    OptionalDouble score =
        OpensslSpeed.measure(Measurement.OPENSSL.threads(), plan.opensslSeconds());
    return score.isPresent() ? Map.of(Measurement.OPENSSL, List.of(score.getAsDouble())) : Map.of();
  }

  private List<IterationResult> iterations(Measurement measurement) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(measurement.pattern())
        .threads(measurement.threads())
        .mode(Mode.Throughput)
        .timeUnit(TimeUnit.SECONDS)
        .forks(1)
        .warmupIterations(plan.warmups())
        .warmupTime(plan.iteration())
        .measurementIterations(plan.iterations())
        .measurementTime(plan.iteration())
        .jvmArgs(JVM.toArray(String[]::new))
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true);
    return List.copyOf(
        new Runner(options.build()).runSingle().getAggregatedResult().getIterationResults());
  }
}
