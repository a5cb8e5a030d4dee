package cn.zhenrong.print;

/// Format and version information: the few bits a reader needs before it can read the rest (ISO/IEC
/// 18004 §7.9, §7.10, annexes C and D). A place is `y << 6 | x`.
final class Format {
  static final int BITS = 15;
  static final int VERSION_BITS = 18;

  private Format() {}

  /// Level and mask, guarded by BCH(15,5) and never all zero.
  static int of(Level level, int mask) {
    int data = level.formatBits() << 3 | mask;
    return (data << 10 | remainder(data, 10, 0x537)) ^ 0x5412;
  }

  /// The version number, guarded by BCH(18,6); drawn from version 7 on.
  static int ofVersion(int version) {
    return version << 12 | remainder(version, 12, 0x1F25);
  }

  /// Place of a format bit beside the top left finder; bit 0 is the least significant.
  static int first(int bit) {
    if (bit < 8) {
      return (bit < 6 ? bit : bit + 1) << 6 | 8;
    }
    return 8 << 6 | (bit == 8 ? 7 : 14 - bit);
  }

  /// Place of its copy beside the other two finders.
  static int second(int bit, int size) {
    return bit < 8 ? 8 << 6 | (size - 1 - bit) : (size - 15 + bit) << 6 | 8;
  }

  /// The remainder of `value · x^degree` by the generator polynomial over GF(2).
  private static int remainder(int value, int degree, int generator) {
    int remainder = value;
    for (int i = 0; i < degree; i++) {
      remainder = remainder << 1 ^ (remainder >>> (degree - 1)) * generator;
    }
    return remainder;
  }
}
