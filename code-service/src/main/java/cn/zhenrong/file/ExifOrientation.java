package cn.zhenrong.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/// Reads the one thing of a photo's Exif data that changes how it looks: which way is up.
final class ExifOrientation {
  private static final byte[] HEAD = HexFormat.of().parseHex("457869660000");
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY = 12;

  private ExifOrientation() {}

  /// 1 to 8; 1, upright, for anything that cannot be read.
  ///
  /// @param segment the content of an APP1 segment
  static int of(ByteBuffer segment) {
    byte[] head = new byte[HEAD.length];
    if (segment.remaining() < HEAD.length + 8) {
      return 1;
    }
    segment.get(head);
    return Arrays.equals(head, HEAD) ? inTiff(segment.slice()) : 1;
  }

  /// The first directory of a TIFF file (TIFF 6.0, section 2).
  private static int inTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = tiff.getInt(4) & 0xFFFFFFFFL;
    if (directory + 2 > tiff.limit()) {
      return 1;
    }
    int entries = tiff.getShort((int) directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int at = (int) directory + 2 + i * ENTRY;
      if (at + ENTRY > tiff.limit()) {
        return 1;
      }
      if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
        int value = tiff.getShort(at + 8);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }
}
