package cn.zhenrong.lookup;

/// What became of the signature in the scanned text.
enum SignatureCheck {
  /// The text carried none: a compact code, or a serial typed by hand.
  ABSENT,
  VALID,
  /// There was one and it is not ours, or not of this code, or says another composition than the
  /// records.
  MISMATCH
}
