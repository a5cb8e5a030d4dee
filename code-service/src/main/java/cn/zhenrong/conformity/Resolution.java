package cn.zhenrong.conformity;

/// What a method can tell apart, from nothing to everything.
enum Resolution {
  /// No method, or none that is known.
  NOTHING,
  /// Which fibres, not how much of each.
  IDENTIFICATION,
  /// How much of each fibre, with all animal hair as one.
  CHEMISTRY,
  /// How much of each fibre, one animal hair beside another.
  MICROSCOPY
}
