package cn.zhenrong.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was measured, in operations per second: for each measurement some numbers a round.
final class Scores {
  private final Map<Measurement, List<List<Double>>> rounds = new EnumMap<>(Measurement.class);

  /// Takes one round.
  ///
  /// @param iterations one number for each iteration, at least one
  void add(Measurement measurement, List<Double> iterations) {
    rounds.computeIfAbsent(measurement, m -> new ArrayList<>()).add(List.copyOf(iterations));
  }

  /// The means of the rounds; empty if it was not measured.
  Optional<Spread> of(Measurement measurement) {
    return Spread.of(means(measurement));
  }

  /// One through the other, round by round, so that noise both met cancels out; empty if either is
  /// missing.
  Optional<Spread> ratio(Measurement of, Measurement to) {
    List<Double> above = means(of);
    List<Double> below = means(to);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(above.size(), below.size()); i++) {
      ratios.add(above.get(i) / below.get(i));
    }
    return Spread.of(ratios);
  }

  /// As written into the results, by title.
  Map<String, Score> json() {
    Map<String, Score> json = new LinkedHashMap<>();
    for (Measurement measurement : rounds.keySet()) {
      of(measurement)
          .ifPresent(means ->
              json.put(
                  measurement.title(),
                  new Score(Rounded.of(means.middle()), Rounded.of(error(measurement)), "ops/s")));
    }
    return json;
  }

  private double error(Measurement measurement) {
    List<Double> all =
        rounds.getOrDefault(measurement, List.of()).stream().flatMap(List::stream).toList();
    return Spread.of(all).map(Spread::error).orElse(0.0);
  }

  private List<Double> means(Measurement measurement) {
    return rounds.getOrDefault(measurement, List.of()).stream()
        .map(round -> round.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        .toList();
  }

  /// One measurement.
  ///
  /// @param score mean of the middle round
  /// @param error half the distance between the slowest and the fastest iteration of all rounds
  record Score(BigDecimal score, BigDecimal error, String unit) {}
}
