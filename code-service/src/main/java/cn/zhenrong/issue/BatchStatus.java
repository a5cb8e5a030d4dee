package cn.zhenrong.issue;

/// Where a batch stands.
public enum BatchStatus {
  /// The gate said REVIEW; no range is reserved yet.
  AWAITING_REVIEW,
  /// The association's second person refused it.
  REFUSED,
  /// The range is reserved; the manifest is being sealed.
  SEALING,
  /// Sealed: codes may be printed and activated.
  OPEN
}
