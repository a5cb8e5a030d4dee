package cn.zhenrong.print;

import java.io.ByteArrayOutputStream;

/// Compresses picture rows into one DEFLATE block with the fixed codes (RFC 1951 §3.2.6).
///
/// The JDK's own compressor is whatever zlib the runtime was built with, and its bytes differ from
/// build to build. A picture we give out must have the same bytes everywhere, so its digest can be
/// kept. Rows of modules repeat: looking back one byte and one row is enough.
final class Deflate {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 258;
  private static final int END = 256;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int pending;
  private int pendingBits;

  private Deflate() {}

  /// The compressed form of `data`, whose rows are `row` bytes long (at most 32 768).
  static byte[] compress(byte[] data, int row) {
    Deflate deflate = new Deflate();
    deflate.bits(0b011, 3);
    for (int at = 0; at < data.length; ) {
      int near = repeats(data, at, 1);
      int above = repeats(data, at, row);
      int length = Math.max(near, above);
      if (length < SHORTEST) {
        deflate.symbol(data[at++] & 0xFF);
      } else {
        deflate.copy(length, above == length ? row : 1);
        at += length;
      }
    }
    deflate.symbol(END);
    deflate.bits(0, 7);
    return deflate.out.toByteArray();
  }

  /// How many bytes from `at` on equal those `distance` before them.
  private static int repeats(byte[] data, int at, int distance) {
    int length = 0;
    while (at >= distance
        && length < LONGEST
        && at + length < data.length
        && data[at + length] == data[at + length - distance]) {
      length++;
    }
    return length;
  }

  private void copy(int length, int distance) {
    int over = length - SHORTEST;
    if (length == LONGEST) {
      symbol(285);
    } else {
      int extra = Math.max(0, log2(over) - 2);
      symbol(257 + 4 * extra + (over >>> extra));
      bits(over & (1 << extra) - 1, extra);
    }
    int back = distance - 1;
    int extra = Math.max(0, log2(back) - 1);
    code(2 * extra + (back >>> extra), 5);
    bits(back & (1 << extra) - 1, extra);
  }

  private static int log2(int value) {
    return value == 0 ? 0 : 31 - Integer.numberOfLeadingZeros(value);
  }

  /// A literal, the end or a length, in the fixed Huffman code.
  private void symbol(int symbol) {
    if (symbol < 144) {
      code(0x30 + symbol, 8);
    } else if (symbol < 256) {
      code(0x190 + symbol - 144, 9);
    } else if (symbol < 280) {
      code(symbol - 256, 7);
    } else {
      code(0xC0 + symbol - 280, 8);
    }
  }

  /// Huffman codes go out with their highest bit first.
  private void code(int code, int length) {
    bits(Integer.reverse(code) >>> (32 - length), length);
  }

  private void bits(int value, int count) {
    pending |= value << pendingBits;
    pendingBits += count;
    while (pendingBits >= 8) {
      out.write(pending);
      pending >>>= 8;
      pendingBits -= 8;
    }
  }
}
