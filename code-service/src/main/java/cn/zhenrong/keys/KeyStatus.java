package cn.zhenrong.keys;

/// What a signing key may still do (code-format §4). A key never goes back.
public enum KeyStatus {
  /// Signs new batches.
  CURRENT,
  /// Signs its own batches only.
  CLOSING,
  /// Verifies only.
  RETIRED,
  /// Signs nothing; its codes turn amber.
  COMPROMISED;

  /// Whether anything may be signed with the key.
  public boolean signs() {
    return this == CURRENT || this == CLOSING;
  }

  boolean mayBecome(KeyStatus next) {
    return switch (this) {
      case CURRENT -> next == CLOSING || next == COMPROMISED;
      case CLOSING -> next == RETIRED || next == COMPROMISED;
      case RETIRED -> next == COMPROMISED;
      case COMPROMISED -> false;
    };
  }
}
