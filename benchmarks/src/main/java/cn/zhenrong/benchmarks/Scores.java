package cn.zhenrong.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was measured: for each measurement one number a round, in operations per second.
final class Scores {
  private final Map<Measurement, List<Double>> rounds = new EnumMap<>(Measurement.class);

  void add(Measurement measurement, double score) {
    rounds.computeIfAbsent(measurement, m -> new ArrayList<>()).add(score);
  }

  /// The middle of the rounds; empty if it was not measured.
  Optional<Spread> of(Measurement measurement) {
    return Optional.ofNullable(rounds.get(measurement)).map(Spread::of);
  }

  /// One through the other, round by round, so that noise both met cancels out; empty if either is
  /// missing.
  Optional<Spread> ratio(Measurement of, Measurement to) {
    List<Double> above = rounds.getOrDefault(of, List.of());
    List<Double> below = rounds.getOrDefault(to, List.of());
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(above.size(), below.size()); i++) {
      ratios.add(above.get(i) / below.get(i));
    }
    return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
  }

  /// As written into the results: the middle round, half the distance between the lowest and the
  /// highest as error, and the unit.
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    rounds.forEach((measurement, values) -> {
      Spread spread = Spread.of(values);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("score", Rounded.of(spread.middle()));
      one.put("error", Rounded.of(spread.error()));
      one.put("unit", "ops/s");
      one.put("threads", measurement.threads());
      json.put(measurement.title(), one);
    });
    return json;
  }
}
