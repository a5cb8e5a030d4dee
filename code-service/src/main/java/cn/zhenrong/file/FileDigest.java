package cn.zhenrong.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// The SHA-256 of a file's bytes, which is also its name.
final class FileDigest {
  private static final int HEX_LENGTH = 64;

  private FileDigest() {}

  static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  /// The 32 bytes of a digest written in lower-case hex; empty for any other text.
  static Optional<byte[]> read(String hex) {
    boolean lowerHex =
        hex.length() == HEX_LENGTH
            && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    return lowerHex ? Optional.of(HexFormat.of().parseHex(hex)) : Optional.empty();
  }
}
