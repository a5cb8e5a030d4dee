package cn.zhenrong.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256, without the checked exception that cannot happen.
final class Sha256 {
  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no SHA-256 in this Java", e);
    }
  }

  static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }
}
