package cn.zhenrong.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.RunnerException;

/// Makes the measurements that need no service, round after round.
record Rounds(Plan plan, Failures failures) {

  Scores measure() throws InterruptedException {
    Scores scores = new Scores();
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Measurement measurement : Measurement.values()) {
        int now = round;
        failures.attempt(
            measurement.title(),
            () -> once(measurement).forEach((one, numbers) -> scores.tell(now, one, numbers)));
      }
    }
    return scores;
  }

  private Map<Measurement, List<Double>> once(Measurement measurement) throws RunnerException {
    Jmh jmh = new Jmh(plan);
    return switch (measurement) {
      case CODES_BESIDE -> {
        List<IterationResult> both = jmh.iterations(measurement);
        yield Map.of(
            Measurement.CODES_BESIDE, of("codesBeside", both),
            Measurement.ACCP_BESIDE, of("accpBeside", both));
      }
      case ACCP_BESIDE -> Map.of();
      default -> Map.of(measurement, jmh.run(measurement));
    };
  }

  /// The score of one of several methods that ran at the same time.
  private static List<Double> of(String method, List<IterationResult> iterations) {
    return iterations.stream()
        .map(i -> requireNonNull(i.getSecondaryResults().get(method)).getScore())
        .toList();
  }
}
