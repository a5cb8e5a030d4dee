package cn.zhenrong.benchmarks;

import org.openjdk.jmh.runner.options.TimeValue;

/// How long to measure. Every measurement is made once a round, each time in a fresh JVM.
///
/// @param rounds how often everything is measured
/// @param warmups iterations that do not count
/// @param iterations iterations that count
/// @param iteration length of one iteration
/// @param opensslSeconds length of the child process's own measurement
record Plan(int rounds, int warmups, int iterations, TimeValue iteration, int opensslSeconds) {
  static final Plan FULL = new Plan(3, 3, 3, TimeValue.seconds(1), 3);
  static final Plan QUICK = new Plan(1, 2, 3, TimeValue.milliseconds(400), 1);

  /// @param quick the environment variable `BENCH_QUICK`, empty if there is none
  static Plan of(String quick) {
    return quick.isEmpty() || quick.equals("0") ? FULL : QUICK;
  }

  boolean isQuick() {
    return equals(QUICK);
  }
}
