package cn.zhenrong.seal;

import com.google.errorprone.annotations.CheckReturnValue;

/// A public key that verifies. Safe for use by several threads; no clock, no store.
public interface Verifier {
  SignatureAlgorithm algorithm();

  /// Whether `signature` was made over `message` with the private half of this key. Bytes of the
  /// wrong length or form are simply false.
  @CheckReturnValue
  boolean verify(byte[] message, byte[] signature);
}
