package cn.zhenrong.code;

import java.math.BigInteger;
import java.util.Arrays;

/// The 156 decimal digits that carry slot and signature: the integer slot · 2⁵¹² + signature
/// (code-format §3).
///
/// A general conversion divides the whole number again and again. Here the number is cut into 22
/// limbs of 24 bits, and 2²⁴ⁱ is known beforehand in base 10⁹, so each of the 18 columns is a sum
/// of products. A product is below 2⁵⁴ and a column below 2⁵⁹: nothing overflows, no carry is
/// needed until the end, and the processor can work on many products at once.
final class Digits {
  /// How many digits there are.
  static final int LENGTH = 156;

  /// How many bytes a signature has.
  static final int SIGNATURE = 64;

  /// The last slot whose every signature fits: 74 · 2⁵¹² is below 10¹⁵⁶, 75 · 2⁵¹² is not.
  static final int LAST_SLOT = 73;

  private static final int LIMBS = 22;
  private static final int COLUMNS = 18;
  private static final long BASE = 1_000_000_000L;
  private static final long[][] POWERS = powers();

  private Digits() {}

  /// Writes the digits as ASCII into `into`, starting at `at`.
  ///
  /// @param slot 0 to 73
  /// @param signature 64 bytes, an unsigned big-endian number
  static void write(int slot, byte[] signature, byte[] into, int at) {
    if (slot < 0 || slot > LAST_SLOT || signature.length != SIGNATURE) {
      throw new IllegalArgumentException("slot " + slot + ", " + signature.length + " bytes");
    }
    long[] columns = columns(slot, signature);
    int end = at + LENGTH;
    long carry = 0;
    for (int j = 0; j < COLUMNS - 1; j++) {
      long sum = columns[j] + carry;
      carry = sum / BASE;
      end -= 9;
      writeNumber((int) (sum - carry * BASE), into, end, 9);
    }
    writeNumber((int) (columns[COLUMNS - 1] + carry), into, at, LENGTH - 9 * (COLUMNS - 1));
  }

  /// The number the digits stand for; the caller has checked that they are digits.
  static BigInteger number(String digits) {
    return new BigInteger(digits);
  }

  private static long[] columns(int slot, byte[] signature) {
    long[] columns = new long[COLUMNS];
    for (int i = 0; i < LIMBS; i++) {
      long limb = limb(i, slot, signature);
      long[] power = POWERS[i];
      for (int j = 0; j < power.length; j++) {
        columns[j] += limb * power[j];
      }
    }
    return columns;
  }

  /// Bits 24i to 24i+23 of the number; the topmost limb is the slot and the first signature byte.
  private static int limb(int i, int slot, byte[] signature) {
    int last = SIGNATURE - 1 - 3 * i;
    if (last == 0) {
      return (slot << 8) | (signature[0] & 0xFF);
    }
    return ((signature[last - 2] & 0xFF) << 16)
        | ((signature[last - 1] & 0xFF) << 8)
        | (signature[last] & 0xFF);
  }

  private static void writeNumber(int number, byte[] into, int from, int length) {
    int rest = number;
    for (int k = from + length - 1; k >= from; k--) {
      int tenth = rest / 10;
      into[k] = (byte) ('0' + rest - tenth * 10);
      rest = tenth;
    }
  }

  private static long[][] powers() {
    long[][] powers = new long[LIMBS][];
    BigInteger base = BigInteger.valueOf(BASE);
    for (int i = 0; i < LIMBS; i++) {
      long[] columns = new long[COLUMNS];
      int length = 0;
      for (BigInteger rest = BigInteger.ONE.shiftLeft(24 * i); rest.signum() > 0; ) {
        BigInteger[] parts = rest.divideAndRemainder(base);
        columns[length++] = parts[1].longValueExact();
        rest = parts[0];
      }
      powers[i] = Arrays.copyOf(columns, length);
    }
    return powers;
  }
}
