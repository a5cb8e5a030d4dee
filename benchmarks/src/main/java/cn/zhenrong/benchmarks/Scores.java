package cn.zhenrong.benchmarks;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was measured: for each measurement some numbers a round.
final class Scores {
  private final Map<Measured, SortedMap<Integer, List<Double>>> rounds = new LinkedHashMap<>();

  /// Takes what was measured in one round.
  ///
  /// @param numbers one for each iteration, at least one
  void add(int round, Measured measured, List<Double> numbers) {
    rounds.computeIfAbsent(measured, m -> new TreeMap<>()).put(round, List.copyOf(numbers));
  }

  /// Takes what was measured in one round and tells it to whoever waits for the end.
  void tell(int round, Measured measured, List<Double> numbers) {
    add(round, measured, numbers);
    System.out.printf(
        Locale.ROOT,
        "round %d  %-60s %,14.3f %s%n",
        round,
        measured.title(),
        mean(numbers),
        measured.unit());
  }

  boolean isEmpty() {
    return rounds.isEmpty();
  }

  /// The means of the rounds; empty if it was not measured.
  Optional<Spread> of(Measured measured) {
    return Spread.of(List.copyOf(means(measured).values()));
  }

  /// One through the other, round by round, so that noise both met cancels out; empty if no round
  /// has both.
  Optional<Spread> ratio(Measured of, Measured to) {
    Map<Integer, Double> below = means(to);
    return Spread.of(
        means(of).entrySet().stream()
            .filter(above -> below.containsKey(above.getKey()))
            .map(above -> above.getValue() / below.getOrDefault(above.getKey(), Double.NaN))
            .toList());
  }

  /// As written into the results, by title.
  Map<String, Score> json() {
    Map<String, Score> json = new LinkedHashMap<>();
    for (Measured measured : rounds.keySet()) {
      of(measured)
          .ifPresent(means ->
              json.put(
                  measured.title(),
                  new Score(
                      Rounded.of(means.middle()), Rounded.of(error(measured)), measured.unit())));
    }
    return json;
  }

  private double error(Measured measured) {
    List<Double> all = numbers(measured).values().stream().flatMap(Collection::stream).toList();
    return Spread.of(all).map(Spread::error).orElse(0.0);
  }

  private SortedMap<Integer, Double> means(Measured measured) {
    SortedMap<Integer, Double> means = new TreeMap<>();
    numbers(measured).forEach((round, numbers) -> means.put(round, mean(numbers)));
    return means;
  }

  private SortedMap<Integer, List<Double>> numbers(Measured measured) {
    return rounds.getOrDefault(measured, new TreeMap<>());
  }

  private static double mean(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /// One measurement.
  ///
  /// @param score mean of the middle round
  /// @param error half the distance between the slowest and the fastest iteration of all rounds
  record Score(BigDecimal score, BigDecimal error, String unit) {}
}
