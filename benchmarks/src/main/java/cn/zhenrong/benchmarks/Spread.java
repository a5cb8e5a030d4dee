package cn.zhenrong.benchmarks;

import java.util.List;

/// The lowest, the middle and the highest of a few numbers.
record Spread(double lowest, double middle, double highest) {

  /// @param values at least one
  static Spread of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    double middle =
        sorted.size() % 2 == 1
            ? sorted.get(half)
            : (sorted.get(half - 1) + sorted.get(half)) / 2;
    return new Spread(sorted.getFirst(), middle, sorted.getLast());
  }

  /// Half the distance between the lowest and the highest.
  double error() {
    return (highest - lowest) / 2;
  }
}
