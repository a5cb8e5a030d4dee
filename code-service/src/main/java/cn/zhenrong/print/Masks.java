package cn.zhenrong.print;

/// For one version and level: what to XOR onto the placed data to get the finished symbol, for each
/// of the eight data masks (ISO/IEC 18004 §7.8), with function patterns and format information in
/// it. Kept by rows and by columns, so that scoring needs no transposition.
final class Masks {
  static final int COUNT = 8;
  private static final Masks[][] CACHE = new Masks[Level.values().length][Frame.LAST_VERSION + 1];

  static {
    for (Level level : Level.values()) {
      for (int version = 1; version <= Frame.LAST_VERSION; version++) {
        CACHE[level.ordinal()][version] = new Masks(Frame.ofVersion(version), level);
      }
    }
  }

  private final long[][] rows = new long[COUNT][];
  private final long[][] columns = new long[COUNT][];

  private Masks(Frame frame, Level level) {
    for (int mask = 0; mask < COUNT; mask++) {
      rows[mask] = overlay(frame, level, mask);
      columns[mask] = transpose(rows[mask]);
    }
  }

  static Masks of(int version, Level level) {
    return CACHE[level.ordinal()][version];
  }

  long[] rows(int mask) {
    return rows[mask];
  }

  long[] columns(int mask) {
    return columns[mask];
  }

  private static long[] overlay(Frame frame, Level level, int mask) {
    long[] rows = frame.dark();
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows.length; x++) {
        if ((frame.taken(y) >>> x & 1) == 0 && inverts(mask, x, y)) {
          rows[y] |= 1L << x;
        }
      }
    }
    int format = Format.of(level, mask);
    for (int bit = 0; bit < Format.BITS; bit++) {
      long value = format >>> bit & 1;
      or(rows, Format.first(bit), value);
      or(rows, Format.second(bit, rows.length), value);
    }
    return rows;
  }

  private static void or(long[] rows, int place, long bit) {
    rows[place >> 6] |= bit << (place & 63);
  }

  /// The conditions of ISO/IEC 18004 table 10, column x, row y.
  private static boolean inverts(int mask, int x, int y) {
    return switch (mask) {
      case 0 -> (x + y) % 2 == 0;
      case 1 -> y % 2 == 0;
      case 2 -> x % 3 == 0;
      case 3 -> (x + y) % 3 == 0;
      case 4 -> (x / 3 + y / 2) % 2 == 0;
      case 5 -> x * y % 2 + x * y % 3 == 0;
      case 6 -> (x * y % 2 + x * y % 3) % 2 == 0;
      default -> ((x + y) % 2 + x * y % 3) % 2 == 0;
    };
  }

  private static long[] transpose(long[] rows) {
    long[] columns = new long[rows.length];
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows.length; x++) {
        columns[x] |= (rows[y] >>> x & 1) << y;
      }
    }
    return columns;
  }
}
