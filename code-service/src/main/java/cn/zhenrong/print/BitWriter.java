package cn.zhenrong.print;

/// Bits appended most significant first into a byte array of fixed length.
final class BitWriter {
  private final byte[] bytes;
  private int filled;
  private long pending;
  private int pendingBits;

  BitWriter(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Appends the low `count` bits of `value`; higher bits must be zero. `count` is at most 32.
  void append(int value, int count) {
    pending = pending << count | value;
    pendingBits += count;
    while (pendingBits >= 8) {
      pendingBits -= 8;
      bytes[filled++] = (byte) (pending >>> pendingBits);
    }
  }

  /// Ends the message as ISO/IEC 18004 §7.4.9–10 says: up to four zeros, zeros to the next byte,
  /// then the two pad codewords in turn.
  void finish() {
    int room = (bytes.length - filled) * 8 - pendingBits;
    append(0, Math.min(4, room));
    if (pendingBits > 0) {
      append(0, 8 - pendingBits);
    }
    for (int pad = 0xEC; filled < bytes.length; pad ^= 0xEC ^ 0x11) {
      bytes[filled++] = (byte) pad;
    }
  }
}
