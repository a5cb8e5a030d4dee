package cn.zhenrong.seal;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// HKDF with SHA-256 and an empty salt (RFC 5869), the one way keys are derived here.
final class Hkdf {
  private Hkdf() {}

  /// 32 bytes from `root` for the purpose that `info` names.
  static byte[] derive(byte[] root, byte[] info) {
    SecretKey input = new SecretKeySpec(root, "Generic");
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(HKDFParameterSpec.ofExtract().addIKM(input).thenExpand(info, 32));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no HKDF in this Java", e);
    }
  }
}
