package cn.zhenrong.code;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The 32 symbols a serial is written in, with the values 0 to 31 (Crockford's Base32 without its
/// check symbols; code-format §1).
public final class Crockford {
  static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final byte[] SYMBOLS = ALPHABET.getBytes(StandardCharsets.US_ASCII);
  private static final byte[] VALUES = values();

  private Crockford() {}

  /// The symbol of a value, as an ASCII byte. Only the low five bits of `value` count.
  public static byte symbol(int value) {
    return SYMBOLS[value & 31];
  }

  /// The value of a symbol, or -1 for anything that is not one of the 32, small letters included.
  public static int value(int symbol) {
    return symbol >= 0 && symbol < VALUES.length ? VALUES[symbol] : -1;
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int v = 0; v < SYMBOLS.length; v++) {
      values[SYMBOLS[v]] = (byte) v;
    }
    return values;
  }
}
