package cn.zhenrong.issue;

import java.util.Base64;

/// A manifest signed by SM2, for those who must check with Chinese algorithms. SM2 has no
/// registered JWS name, so payload and signature stand side by side.
///
/// @param payload the canonical JSON, base64url
/// @param signature over exactly those bytes, r ‖ s, base64url
/// @param slot of the key, to be found in `code-keys.json`
record Sm2Manifest(String payload, String signature, int slot, String kid, String alg) {

  /// @param jws the compact JWS with the same payload
  static Sm2Manifest of(String jws, byte[] signature, int slot, String kid) {
    return new Sm2Manifest(
        jws.split("\\.", -1)[1],
        Base64.getUrlEncoder().withoutPadding().encodeToString(signature),
        slot,
        kid,
        "SM2");
  }
}
