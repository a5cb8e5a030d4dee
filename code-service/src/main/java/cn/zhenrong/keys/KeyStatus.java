package cn.zhenrong.keys;

/// What a signing key may still do (code-format §4).
public enum KeyStatus {
  /// Signs new batches.
  CURRENT,
  /// Signs its own batches only.
  CLOSING,
  /// Verifies only.
  RETIRED,
  /// Its codes turn amber.
  COMPROMISED
}
