package cn.zhenrong.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs one JMH measurement in a fresh JVM.
record Jmh(Plan plan) {
  /// The same for every measured JVM.
  static final List<String> JVM =
      List.of(
          "-Xms512m",
          "-Xmx512m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /// Operations per second, one number for each iteration.
  List<Double> run(Measurement measurement) throws RunnerException {
    return iterations(measurement).stream().map(i -> i.getPrimaryResult().getScore()).toList();
  }

  List<IterationResult> iterations(Measurement measurement) throws RunnerException {
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
