package cn.zhenrong.print;

/// The error correction codewords of one block (ISO/IEC 18004 §7.5): the remainder of the message
/// by a generator polynomial over GF(256) with the field polynomial x⁸+x⁴+x³+x²+1.
///
/// The remainder, up to 32 bytes, is held in four longs, highest coefficient first. The multiple of
/// the generator for each leading byte is a table of such quadruples, so one message byte costs one
/// shift and one lookup of four words instead of a multiplication for each coefficient.
final class ReedSolomon {
  private static final int FIELD = 0x11D;
  private static final int WORDS = 4;
  private static final int MAX_DEGREE = WORDS * Long.BYTES;
  private static final ReedSolomon[] BY_DEGREE = new ReedSolomon[MAX_DEGREE + 1];

  static {
    for (Level level : Level.values()) {
      for (int version = 1; version <= Frame.LAST_VERSION; version++) {
        int degree = level.correctionPerBlock(version);
        if (BY_DEGREE[degree] == null) {
          BY_DEGREE[degree] = new ReedSolomon(degree);
        }
      }
    }
  }

  private final int degree;
  private final long[] multiples = new long[256 * WORDS];

  private ReedSolomon(int degree) {
    this.degree = degree;
    int[] generator = generator(degree);
    for (int factor = 0; factor < 256; factor++) {
      for (int i = 0; i < degree; i++) {
        long product = multiply(generator[i], factor);
        multiples[factor * WORDS + i / 8] |= product << (56 - i % 8 * 8);
      }
    }
  }

  /// The code with `degree` correction codewords; one of those the standard's table uses.
  static ReedSolomon ofDegree(int degree) {
    return BY_DEGREE[degree];
  }

  /// Puts the codewords of `data[from, to)` into `out` at `at`, `at + stride`, …
  void correct(byte[] data, int from, int to, byte[] out, int at, int stride) {
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    for (int i = from; i < to; i++) {
      int row = ((int) (a >>> 56) ^ (data[i] & 0xFF)) * WORDS;
      a = (a << 8 | b >>> 56) ^ multiples[row];
      b = (b << 8 | c >>> 56) ^ multiples[row + 1];
      c = (c << 8 | d >>> 56) ^ multiples[row + 2];
      d = (d << 8) ^ multiples[row + 3];
    }
    long[] remainder = {a, b, c, d};
    for (int i = 0; i < degree; i++) {
      out[at + i * stride] = (byte) (remainder[i / 8] >>> (56 - i % 8 * 8));
    }
  }

  /// Coefficients of (x−1)(x−α)…(x−α^(degree−1)) below the leading 1, highest first.
  private static int[] generator(int degree) {
    int[] result = new int[degree];
    result[degree - 1] = 1;
    int root = 1;
    for (int i = 0; i < degree; i++) {
      for (int j = 0; j < degree; j++) {
        result[j] = multiply(result[j], root) ^ (j + 1 < degree ? result[j + 1] : 0);
      }
      root = multiply(root, 2);
    }
    return result;
  }

  private static int multiply(int x, int y) {
    int product = 0;
    for (int bit = 7; bit >= 0; bit--) {
      product = product << 1 ^ (product >>> 7) * FIELD;
      product ^= (y >>> bit & 1) * x;
    }
    return product;
  }
}
