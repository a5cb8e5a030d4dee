package cn.zhenrong.keys;

import cn.zhenrong.seal.KeySlot;
import cn.zhenrong.seal.VerifyingKey;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// One row of `signing_key`.
record SigningKeyRow(
    int slot,
    String kid,
    String algorithm,
    String pem,
    String status,
    Instant notBefore,
    Instant notAfter,
    @Nullable String successor,
    @Nullable String reason,
    @Nullable Instant changedAt,
    Instant createdAt) {

  static SigningKeyRow of(KeySlot key, Instant now) {
    return new SigningKeyRow(
        key.slot(),
        key.kid(),
        key.key().algorithm().name(),
        key.key().pem(),
        KeyStatus.CURRENT.name(),
        key.notBefore(),
        key.notAfter(),
        null,
        null,
        null,
        now);
  }

  SigningKey key() {
    return new SigningKey(
        slot,
        kid,
        VerifyingKey.ofSpki(spki(pem)),
        KeyStatus.valueOf(status),
        notBefore,
        notAfter,
        successor,
        reason,
        changedAt);
  }

  private static byte[] spki(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }
}
