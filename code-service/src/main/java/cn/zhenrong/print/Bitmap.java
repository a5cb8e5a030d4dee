package cn.zhenrong.print;

/// A picture of black and white dots, such as a label printer burns.
final class Bitmap {
  private final int width;
  private final int height;
  private final byte[] bits;

  /// A white picture.
  Bitmap(int width, int height) {
    this.width = width;
    this.height = height;
    this.bits = new byte[stride() * height];
  }

  /// `symbol` with its quiet zone, each module a square of `dots` × `dots`.
  static Bitmap of(Symbol symbol, int dots) {
    int side = symbol.sizeWithQuietZone() * dots;
    Bitmap bitmap = new Bitmap(side, side);
    for (int y = 0; y < symbol.size(); y++) {
      int top = (y + Symbol.QUIET_ZONE) * dots;
      for (int x = 0; x < symbol.size(); x++) {
        if (symbol.isDark(x, y)) {
          bitmap.blackenRow(top, (x + Symbol.QUIET_ZONE) * dots, dots);
        }
      }
      bitmap.repeatRow(top, dots);
    }
    return bitmap;
  }

  /// The square of `side` dots whose upper left corner is at `left`, `top`.
  Bitmap cut(int left, int top, int side) {
    Bitmap square = new Bitmap(side, side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        if (isBlack(left + x, top + y)) {
          square.blacken(x, y);
        }
      }
    }
    return square;
  }

  private void blackenRow(int y, int x, int length) {
    for (int i = x; i < x + length; i++) {
      blacken(i, y);
    }
  }

  private void repeatRow(int y, int times) {
    for (int i = 1; i < times; i++) {
      System.arraycopy(bits, y * stride(), bits, (y + i) * stride(), stride());
    }
  }

  void blacken(int x, int y) {
    bits[y * stride() + x / 8] |= (byte) (0x80 >>> x % 8);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// Bytes in a row; the last one is filled up with white.
  int stride() {
    return (width + 7) / 8;
  }

  boolean isBlack(int x, int y) {
    return (bits[y * stride() + x / 8] & 0x80 >>> x % 8) != 0;
  }

  /// Eight dots, the leftmost in the highest bit, 1 for black: the form ZPL's `^GF` takes.
  byte octet(int column, int y) {
    return bits[y * stride() + column];
  }
}
