package cn.zhenrong.web;

/// How often something may happen: so many at once, then one in each interval.
///
/// @param interval nanoseconds between two
/// @param tolerance nanoseconds a bucket may be ahead: as many intervals as may happen at once
record Limit(long interval, long tolerance) {
  private static final double NANOS = 1e9;

  /// @param perSecond in the long run
  /// @param burst at once, after a rest
  static Limit of(double perSecond, int burst) {
    long interval = Math.round(NANOS / perSecond);
    return new Limit(interval, interval * burst);
  }
}
