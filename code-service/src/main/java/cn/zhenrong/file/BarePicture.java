package cn.zhenrong.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The parts of a picture file that its pixels are made of. What else may stand in one, packed
/// texts and colour profiles among it, never reaches a decoder.
///
/// @param format `jpeg` or `png`
/// @param orientation how the camera was held (Exif 2.3, tag 0x0112), 1 to 8; 1 is upright
record BarePicture(String format, byte[] bytes, int orientation) {
  /// A picture sent in passes is drawn as often; no camera makes more than a dozen.
  private static final int MOST_PASSES = 50;

  private static final int SIGNATURE = 8;
  private static final Set<String> CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  /// @throws IOException if the bytes are neither a JPEG nor a PNG, or end too early
  static BarePicture of(byte[] bytes) throws IOException {
    String type = Picture.mediaType(bytes).orElseThrow(() -> new IOException("no picture"));
    return type.equals("image/png") ? png(bytes) : jpeg(bytes);
  }

  /// Chunks of length, name, data and sum (PNG, third edition, 5.3).
  private static BarePicture png(byte[] bytes) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, SIGNATURE);
    in.position(SIGNATURE);
    String name = "";
    while (!name.equals("IEND")) {
      int start = in.position();
      int length = in.remaining() < 12 ? -1 : in.getInt();
      if (length < 0 || length > in.remaining() - 8) {
        throw new IOException("a chunk ends too early");
      }
      name = new String(bytes, start + 4, 4, StandardCharsets.ISO_8859_1);
      if (CHUNKS.contains(name)) {
        out.write(bytes, start, length + 12);
      }
      in.position(start + length + 12);
    }
    return new BarePicture("png", out.toByteArray(), 1);
  }

  /// Segments of marker and length up to the first pass; then passes to the end (ITU T.81, B.1).
  private static BarePicture jpeg(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, 2);
    int orientation = 1;
    int at = 2;
    while (true) {
      int marker = u8(bytes, at + 1);
      if (u8(bytes, at) != 0xFF) {
        throw new IOException("no marker");
      }
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == 0xDA) {
        out.write(bytes, at, end(bytes, at) - at);
        return new BarePicture("jpeg", out.toByteArray(), orientation);
      }
      int length = u8(bytes, at + 2) << 8 | u8(bytes, at + 3);
      if (length < 2 || at + 2 + length > bytes.length) {
        throw new IOException("a segment ends too early");
      }
      if (marker == 0xE1 && orientation == 1) {
        orientation = ExifOrientation.of(ByteBuffer.wrap(bytes, at + 4, length - 2).slice());
      } else if (drawn(marker)) {
        out.write(bytes, at, length + 2);
      }
      at += 2 + length;
    }
  }

  /// Frames, tables and restart intervals, and the two application segments that say what the
  /// colours mean.
  private static boolean drawn(int marker) {
    return (marker >= 0xC0 && marker <= 0xCF)
        || marker == 0xDB
        || marker == 0xDD
        || marker == 0xE0
        || marker == 0xEE;
  }

  /// Where the picture is over; what lies behind is another file's.
  private static int end(byte[] bytes, int from) throws IOException {
    int passes = 0;
    for (int at = from; at + 1 < bytes.length; at++) {
      if (u8(bytes, at) == 0xFF && u8(bytes, at + 1) == 0xD9) {
        return at + 2;
      }
      if (u8(bytes, at) == 0xFF && u8(bytes, at + 1) == 0xDA && ++passes > MOST_PASSES) {
        throw new IOException("too many passes");
      }
    }
    // Some cameras leave the end mark out.
    return bytes.length;
  }

  private static int u8(byte[] bytes, int at) throws IOException {
    if (at >= bytes.length) {
      throw new IOException("ends too early");
    }
    return bytes[at] & 0xFF;
  }
}
