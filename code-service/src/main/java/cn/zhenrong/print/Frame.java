package cn.zhenrong.print;

import java.util.Arrays;

/// What all symbols of one version share: size, function patterns and the way the data goes
/// (ISO/IEC 18004 §6.3, §7.7.3, §7.10). Built once for each version.
///
/// A row is one `long`, its lowest bit the leftmost module, which is why version 11 (61 modules) is
/// the last one offered.
final class Frame {
  static final int LAST_VERSION = 11;
  private static final Frame[] BY_VERSION = new Frame[LAST_VERSION + 1];

  static {
    for (int version = 1; version <= LAST_VERSION; version++) {
      BY_VERSION[version] = new Frame(version);
    }
  }

  private final int version;
  private final int size;
  private final long[] dark;
  private final long[] taken;
  private final short[] path;

  private Frame(int version) {
    this.version = version;
    this.size = 17 + 4 * version;
    this.dark = new long[size];
    this.taken = new long[size];
    drawTiming();
    drawFinders();
    drawAlignments();
    drawVersion();
    takeFormat();
    this.path = path();
  }

  static Frame ofVersion(int version) {
    return BY_VERSION[version];
  }

  int size() {
    return size;
  }

  /// Codewords of data and correction together.
  int codewords() {
    return path.length / 8;
  }

  /// Data codewords at `level`.
  int dataCodewords(Level level) {
    return codewords() - level.blocks(version) * level.correctionPerBlock(version);
  }

  /// The rows with the function patterns drawn, format information still light.
  long[] dark() {
    return dark.clone();
  }

  /// The modules of row `y` that carry no data.
  long taken(int y) {
    return taken[y];
  }

  /// Where each bit of the codewords goes: `y << 6 | x`.
  short[] dataPath() {
    return path;
  }

  private void drawTiming() {
    for (int i = 0; i < size; i++) {
      set(6, i, i % 2 == 0);
      set(i, 6, i % 2 == 0);
    }
  }

  private void drawFinders() {
    drawFinder(3, 3);
    drawFinder(size - 4, 3);
    drawFinder(3, size - 4);
  }

  /// A finder pattern and its separator around the centre.
  private void drawFinder(int centreX, int centreY) {
    for (int dy = -4; dy <= 4; dy++) {
      for (int dx = -4; dx <= 4; dx++) {
        int ring = Math.max(Math.abs(dx), Math.abs(dy));
        if (inside(centreX + dx) && inside(centreY + dy)) {
          set(centreX + dx, centreY + dy, ring != 2 && ring != 4);
        }
      }
    }
  }

  private void drawAlignments() {
    int[] centres =
        version == 1
            ? new int[0]
            : version < 7 ? new int[] {6, size - 7} : new int[] {6, (size - 1) / 2, size - 7};
    for (int y : centres) {
      for (int x : centres) {
        boolean onFinder = x == 6 && y == 6 || x == 6 && y == size - 7 || x == size - 7 && y == 6;
        if (!onFinder) {
          drawAlignment(x, y);
        }
      }
    }
  }

  private void drawAlignment(int centreX, int centreY) {
    for (int dy = -2; dy <= 2; dy++) {
      for (int dx = -2; dx <= 2; dx++) {
        set(centreX + dx, centreY + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
      }
    }
  }

  /// The version number with its 12 BCH bits, twice, from version 7 on.
  private void drawVersion() {
    if (version < 7) {
      return;
    }
    int bits = Format.ofVersion(version);
    for (int i = 0; i < Format.VERSION_BITS; i++) {
      boolean bit = (bits >>> i & 1) == 1;
      set(size - 11 + i % 3, i / 3, bit);
      set(i / 3, size - 11 + i % 3, bit);
    }
  }

  private void takeFormat() {
    for (int bit = 0; bit < Format.BITS; bit++) {
      take(Format.first(bit));
      take(Format.second(bit, size));
    }
    set(8, size - 8, true);
  }

  private void take(int place) {
    set(place & 63, place >> 6, false);
  }

  private void set(int x, int y, boolean isDark) {
    taken[y] |= 1L << x;
    dark[y] = dark[y] & ~(1L << x) | (isDark ? 1L : 0L) << x;
  }

  private boolean inside(int coordinate) {
    return coordinate >= 0 && coordinate < size;
  }

  /// Two columns at a time from the right, up and down in turn, around the vertical timing pattern.
  private short[] path() {
    short[] places = new short[size * size];
    int count = 0;
    boolean up = true;
    for (int right = size - 1; right > 0; right -= right == 8 ? 3 : 2) {
      for (int i = 0; i < size; i++) {
        int y = up ? size - 1 - i : i;
        for (int x = right; x > right - 2; x--) {
          if ((taken[y] >>> x & 1) == 0) {
            places[count++] = (short) (y << 6 | x);
          }
        }
      }
      up = !up;
    }
    return Arrays.copyOf(places, count / 8 * 8);
  }
}
