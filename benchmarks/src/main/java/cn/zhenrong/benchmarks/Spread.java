package cn.zhenrong.benchmarks;

import java.util.List;
import java.util.Optional;

/// The lowest, the middle and the highest of a few numbers.
record Spread(double lowest, double middle, double highest) {

  /// Empty for no numbers.
  static Optional<Spread> of(List<Double> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    double middle =
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    return Optional.of(new Spread(sorted.getFirst(), middle, sorted.getLast()));
  }

  /// Half the distance between the lowest and the highest.
  double error() {
    return (highest - lowest) / 2;
  }
}
