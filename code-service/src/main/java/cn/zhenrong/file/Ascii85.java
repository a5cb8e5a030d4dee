package cn.zhenrong.file;

import java.io.ByteArrayOutputStream;

/// The text form that PDF gives bytes (ISO 32000-2, 7.4.3): five signs from `!` to `u` for four
/// bytes, `z` for four zeros, `~>` at the end.
final class Ascii85 {
  private static final int GROUP = 5;

  private Ascii85() {}

  /// Decodes from `from` until the end mark or the first sign that has no place there.
  static byte[] decode(byte[] text, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long value = 0;
    int count = 0;
    for (int at = from; at < text.length; at++) {
      int sign = text[at];
      if (sign == 'z' && count == 0) {
        write(out, 0, 4);
      } else if (sign >= '!' && sign <= 'u') {
        value = value * 85 + (sign - '!');
        if (++count == GROUP) {
          write(out, value, 4);
          value = 0;
          count = 0;
        }
      } else if (sign > ' ' || sign < 0) {
        break;
      }
    }
    if (count > 1) {
      for (int i = count; i < GROUP; i++) {
        value = value * 85 + 84;
      }
      write(out, value, count - 1);
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (24 - 8 * i)));
    }
  }
}
