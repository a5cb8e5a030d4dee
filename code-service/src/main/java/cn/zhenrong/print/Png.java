package cn.zhenrong.print;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/// Writes a [Bitmap] as a PNG file of 1 bit a pixel (ISO/IEC 15948). Same picture, same bytes.
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte BIT_DEPTH = 1;
  private static final byte GREYSCALE = 0;
  private static final short ZLIB_HEADER = 0x7801;

  private Png() {}

  static byte[] of(Bitmap bitmap) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(bitmap.width()).putInt(bitmap.height());
    chunk(out, "IHDR", header.put(BIT_DEPTH).put(GREYSCALE).array());
    chunk(out, "IDAT", zlib(scanlines(bitmap), bitmap.stride() + 1));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /// Rows with the filter type "none" before each; in greyscale 1 is white.
  private static byte[] scanlines(Bitmap bitmap) {
    int row = bitmap.stride() + 1;
    byte[] lines = new byte[row * bitmap.height()];
    for (int y = 0; y < bitmap.height(); y++) {
      for (int column = 0; column < bitmap.stride(); column++) {
        lines[y * row + 1 + column] = (byte) ~bitmap.octet(column, y);
      }
    }
    return lines;
  }

  private static byte[] zlib(byte[] data, int row) {
    byte[] compressed = Deflate.compress(data, row);
    Adler32 sum = new Adler32();
    sum.update(data);
    return ByteBuffer.allocate(compressed.length + 6)
        .putShort(ZLIB_HEADER)
        .put(compressed)
        .putInt((int) sum.getValue())
        .array();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(name);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
