package cn.zhenrong.oversight;

/// How a person closed an alert. What follows from it is done by people elsewhere: an alert voids
/// and holds nothing.
enum AlertOutcome {
  /// Nothing wrong; what the rule saw is shown to nobody any more.
  FALSE_ALARM,
  /// A case was opened.
  CASE,
  /// A hold or recall was placed.
  HOLD
}
