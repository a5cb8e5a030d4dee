package cn.zhenrong.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.runner.options.TimeValue;

/// How long to measure. Every measurement is made once a round; those of JMH in a fresh JVM.
///
/// @param rounds how often everything is measured
/// @param warmups iterations that do not count
/// @param iterations iterations that count
/// @param iteration length of one iteration
/// @param opensslSeconds length of the child process's own measurement
/// @param load how hard the running service is worked
/// @param lookup how it is asked
/// @param scan how shoppers verify
record Plan(
    int rounds,
    int warmups,
    int iterations,
    TimeValue iteration,
    int opensslSeconds,
    Load load,
    Lookup lookup,
    Scan scan) {
  static final Plan FULL =
      new Plan(
          3,
          2,
          3,
          TimeValue.seconds(1),
          3,
          new Load(1_000_000, 4_000_000, 500, 40, 3, Duration.ofSeconds(4), 400, 4000),
          new Lookup(1_000_000, 15, 5),
          new Scan(500_000, 25, 4, 12, 25_000, 60, 20_000));
  static final Plan QUICK =
      new Plan(
          1,
          2,
          2,
          TimeValue.milliseconds(400),
          1,
          new Load(200_000, 1_000_000, 50, 10, 1, Duration.ofSeconds(2), 100, 1000),
          new Lookup(100_000, 3, 2),
          new Scan(100_000, 4, 2, 5, 25_000, 10, 20_000));

  /// How shoppers verify.
  ///
  /// @param codes in use
  /// @param warming seconds before the first round
  /// @param burst seconds in which as many come as can, or everybody at the same few codes
  /// @param seconds in which so many come as are offered
  /// @param offered verifications a second
  /// @param away seconds without MySQL
  /// @param whileAway verifications a second, then and around
  record Scan(
      int codes, int warming, int burst, int seconds, int offered, int away, int whileAway) {}

  /// How the running service is asked for codes.
  ///
  /// @param codes in use
  /// @param warming seconds of load before the first round
  /// @param seconds of load that count
  record Lookup(int codes, int warming, int seconds) {}

  /// What is asked of the running service.
  ///
  /// @param signedRows rows of one signed download
  /// @param compactRows rows of one compact download
  /// @param warmAcceptances batches of 1 piece accepted before, for the compilers, in the first
  ///   round
  /// @param acceptances batches of 1 and of 10 000 pieces accepted in a round
  /// @param largeAcceptances batches of 10 000 000 pieces accepted in a round; each is sealed
  /// @param activating how long eight clients activate
  /// @param batches batches of 10 000 whose bytes are counted
  /// @param activations activated codes whose bytes are counted
  record Load(
      long signedRows,
      long compactRows,
      int warmAcceptances,
      int acceptances,
      int largeAcceptances,
      Duration activating,
      int batches,
      int activations) {
    /// As written into the results.
    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("signedRows", signedRows);
      json.put("compactRows", compactRows);
      json.put("warmAcceptances", warmAcceptances);
      json.put("acceptances", acceptances);
      json.put("largeAcceptances", largeAcceptances);
      json.put("activating", activating.toString());
      json.put("batches", batches);
      json.put("activations", activations);
      return json;
    }
  }

  /// @param quick the environment variable `BENCH_QUICK`, empty if there is none
  static Plan of(String quick) {
    return quick.isEmpty() || quick.equals("0") ? FULL : QUICK;
  }

  boolean isQuick() {
    return equals(QUICK);
  }
}
