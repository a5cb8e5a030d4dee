package cn.zhenrong.file;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Tells a photo by its first bytes. It is kept and given back as it came, never decoded here.
final class Picture {
  private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");

  private Picture() {}

  /// The media type, if it is a JPEG or a PNG.
  static Optional<String> mediaType(byte[] bytes) {
    if (startsWith(bytes, JPEG)) {
      return Optional.of("image/jpeg");
    }
    return startsWith(bytes, PNG) ? Optional.of("image/png") : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, byte[] head) {
    return bytes.length > head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
  }
}
