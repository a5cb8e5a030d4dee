package cn.zhenrong.benchmarks;

/// A number that is measured.
interface Measured {
  /// Its name in the results.
  String title();

  /// What it counts, such as `rows/s`.
  String unit();
}
