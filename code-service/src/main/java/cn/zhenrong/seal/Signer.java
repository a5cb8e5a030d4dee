package cn.zhenrong.seal;

/// A private key that signs. Safe for use by several threads.
///
/// The same key and message always give the same 64 bytes, so a code has one text. A hardware token
/// may not be able to promise this; what it signs still verifies (code-format §4).
public interface Signer {
  /// The key's slot, 0 to 73.
  int slot();

  SignatureAlgorithm algorithm();

  /// The signature of `message`: 64 bytes in the form [SignatureAlgorithm] tells.
  byte[] sign(byte[] message);
}
