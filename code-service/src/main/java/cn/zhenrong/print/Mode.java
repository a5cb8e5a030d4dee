package cn.zhenrong.print;

import java.util.Arrays;

/// A way to write characters as bits (ISO/IEC 18004 §7.4). Costs are in sixths of a bit, so that
/// three digits in 10 bits and two alphanumerics in 11 bits stay whole numbers.
enum Mode {
  NUMERIC(0b0001, 20, 10, 12),
  ALPHANUMERIC(0b0010, 33, 9, 11),
  BYTE(0b0100, 48, 8, 16);

  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  private static final byte[] VALUES = alphanumericValues();
  static final int INDICATOR_BITS = 4;

  private final int indicator;
  private final int sixthsPerCharacter;
  private final int countBitsToVersion9;
  private final int countBitsFromVersion10;

  Mode(int indicator, int sixthsPerCharacter, int toVersion9, int fromVersion10) {
    this.indicator = indicator;
    this.sixthsPerCharacter = sixthsPerCharacter;
    this.countBitsToVersion9 = toVersion9;
    this.countBitsFromVersion10 = fromVersion10;
  }

  int indicator() {
    return indicator;
  }

  int sixthsPerCharacter() {
    return sixthsPerCharacter;
  }

  /// Bits of the character count that stands before a segment.
  int countBits(int version) {
    return version < 10 ? countBitsToVersion9 : countBitsFromVersion10;
  }

  boolean canWrite(byte character) {
    return switch (this) {
      case NUMERIC -> character >= '0' && character <= '9';
      case ALPHANUMERIC -> VALUES[character] >= 0;
      case BYTE -> true;
    };
  }

  /// The value 0–44 of an alphanumeric character.
  static int alphanumericValue(byte character) {
    return VALUES[character];
  }

  private static byte[] alphanumericValues() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    return values;
  }
}
