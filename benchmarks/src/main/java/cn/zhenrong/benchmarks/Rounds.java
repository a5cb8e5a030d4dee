package cn.zhenrong.benchmarks;

import java.util.List;
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
      List.of("-Xms512m", "-Xmx512m", "--enable-native-access=ALL-UNNAMED");

  private final Plan plan;

  Rounds(Plan plan) {
    this.plan = plan;
  }

  Scores measure() throws RunnerException, InterruptedException {
    Scores scores = new Scores();
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Measurement measurement : Measurement.values()) {
        OptionalDouble score = once(measurement);
        if (score.isPresent()) {
          scores.add(measurement, score.getAsDouble());
          System.out.printf(
              "round %d  %-32s %,14.1f ops/s%n", round, measurement.title(), score.getAsDouble());
        }
      }
    }
    return scores;
  }

  private OptionalDouble once(Measurement measurement)
      throws RunnerException, InterruptedException {
    if (measurement == Measurement.OPENSSL) {
      return OpensslSpeed.measure(measurement.threads(), plan.opensslSeconds());
    }
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
    return OptionalDouble.of(
        new Runner(options.build()).runSingle().getPrimaryResult().getScore());
  }
}
