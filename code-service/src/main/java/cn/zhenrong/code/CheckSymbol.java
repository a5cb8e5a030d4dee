package cn.zhenrong.code;

/// The last symbol of a serial: a weighted sum of the first fifteen in the field GF(32).
///
/// The field is that of the polynomial x⁵+x²+1 and α = 2 generates it, so the weights α¹ … α¹⁵ and
/// the check symbol's own weight α⁰ all differ. A single wrong symbol therefore always changes the
/// sum, and so does a swap of any two unequal symbols (code-format §1).
public final class CheckSymbol {
  /// How many symbols are summed.
  static final int COVERED = 15;

  private static final int POLYNOMIAL = 0b100101;
  private static final byte[][] PRODUCTS = products();

  private CheckSymbol() {}

  /// The value, 0 to 31, of the check symbol for the fifteen symbols that start at `from`.
  ///
  /// @param symbols ASCII symbols of the alphabet; anything else is a programming error
  public static int of(byte[] symbols, int from) {
    int sum = 0;
    for (int i = 0; i < COVERED; i++) {
      sum ^= PRODUCTS[i][Crockford.value(symbols[from + i])];
    }
    return sum;
  }

  /// One term of the sum: the value `value` at position `position`.
  static int term(int position, int value) {
    return PRODUCTS[position][value];
  }

  private static byte[][] products() {
    byte[][] products = new byte[COVERED][32];
    int weight = 1;
    for (int i = 0; i < COVERED; i++) {
      weight = multiply(weight, 2);
      for (int value = 0; value < 32; value++) {
        products[i][value] = (byte) multiply(weight, value);
      }
    }
    return products;
  }

  private static int multiply(int a, int b) {
    int product = 0;
    for (int shifted = a, rest = b; rest != 0; rest >>= 1, shifted <<= 1) {
      if ((shifted & 32) != 0) {
        shifted ^= POLYNOMIAL;
      }
      if ((rest & 1) != 0) {
        product ^= shifted;
      }
    }
    return product;
  }
}
