package cn.zhenrong.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
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
        List<Double> iterations =
            measurement == Measurement.OPENSSL ? openssl() : iterations(measurement);
        if (!iterations.isEmpty()) {
          scores.add(measurement, iterations);
          double mean = iterations.stream().mapToDouble(d -> d).average().orElseThrow();
          System.out.printf(
              Locale.ROOT, "round %d  %-32s %,14.1f ops/s%n", round, measurement.title(), mean);
        }
      }
    }
    return scores;
  }

  private List<Double> openssl() throws InterruptedException {
    OptionalDouble score =
        OpensslSpeed.measure(Measurement.OPENSSL.threads(), plan.opensslSeconds());
    return score.isPresent() ? List.of(score.getAsDouble()) : List.of();
  }

  private List<Double> iterations(Measurement measurement) throws RunnerException {
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
    return new Runner(options.build())
        .runSingle().getAggregatedResult().getIterationResults().stream()
            .map(iteration -> iteration.getPrimaryResult().getScore())
            .toList();
  }
}
