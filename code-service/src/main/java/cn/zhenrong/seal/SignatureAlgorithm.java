package cn.zhenrong.seal;

import java.util.Optional;

/// The signature algorithms of code-format §4. The name of a constant is the word used in
/// `code-keys.json` and in tables; every signature has 64 bytes.
public enum SignatureAlgorithm {
  /// RFC 8032, the signature as is.
  Ed25519,
  /// SM2 with SM3 (GB/T 32918) on curve sm2p256v1, user id `1234567812345678`, r ‖ s.
  SM2,
  /// ECDSA on P-256 with SHA-256, r ‖ s; either of the two possible s is accepted.
  ES256;

  /// How many bytes every signature has.
  public static final int SIGNATURE_LENGTH = 64;

  /// The algorithm's name in a JWS header (RFC 7518, RFC 8037); empty for SM2, which has none.
  public Optional<String> jwsName() {
    return switch (this) {
      case Ed25519 -> Optional.of("EdDSA");
      case ES256 -> Optional.of("ES256");
      case SM2 -> Optional.empty();
    };
  }
}
