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
  OPEN,
  /// Ended before a code was printed: every code is void.
  CANCELLED,
  /// Every label is accounted for: no unused one comes into use any more.
  CLOSED;

  /// Whether its codes are sealed under a manifest, for good.
  public boolean isSealed() {
    return this == OPEN || this == CANCELLED || this == CLOSED;
  }
}
