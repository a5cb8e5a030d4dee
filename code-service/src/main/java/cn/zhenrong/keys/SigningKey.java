package cn.zhenrong.keys;

import cn.zhenrong.seal.VerifyingKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The public half of a signing key and what it may still do.
///
/// @param slot 0 to 73, printed in every code the key signs
/// @param kid base64url(SHA-256(SPKI DER)), with `demo-` before it for a demonstration key
/// @param successor kid of the key that took over; null while there is none
/// @param reason of the association for the last change of its status; null if there was none
/// @param changedAt when that was
public record SigningKey(
    int slot,
    String kid,
    VerifyingKey key,
    KeyStatus status,
    Instant notBefore,
    Instant notAfter,
    @Nullable String successor,
    @Nullable String reason,
    @Nullable Instant changedAt) {

  boolean isValidAt(Instant instant) {
    return !instant.isBefore(notBefore) && !instant.isAfter(notAfter);
  }

  /// Whether anything new may be signed with the key at this instant.
  boolean isCurrentAt(Instant instant) {
    return status == KeyStatus.CURRENT && isValidAt(instant);
  }
}
