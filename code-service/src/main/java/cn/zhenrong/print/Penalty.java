package cn.zhenrong.print;

/// The score by which the data mask is chosen (ISO/IEC 18004 §7.8.3): lower is easier to read.
///
/// Readings taken where the standard leaves room: the quiet zone counts as light area beside a
/// finder-like pattern; such a pattern counts once, whether light lies before it, after it or both;
/// it may be any whole multiple of 1:1:3:1:1, with light 4 times its unit; the score covers the
/// finished symbol, format information included.
final class Penalty {
  private static final int RUN_BONUS = 2;
  private static final int BLOCK = 3;
  private static final int FINDER_LIKE = 40;
  private static final int BALANCE = 10;

  private Penalty() {}

  /// Scores a symbol given by its rows and by its columns. Stops early with some value of at least
  /// `limit` as soon as the score cannot get below it.
  static int of(long[] rows, long[] columns, int limit) {
    int size = rows.length;
    long inner = -1L >>> (65 - size);
    int score = 0;
    int dark = 0;
    long above = 0;
    long sameAbove = 0;
    for (int i = 0; i < size && score < limit; i++) {
      long row = rows[i];
      long same = ~(row ^ row >>> 1) & inner;
      score += line(row, same) + line(columns[i], ~(columns[i] ^ columns[i] >>> 1) & inner);
      if (i > 0) {
        score += BLOCK * Long.bitCount(same & sameAbove & ~(row ^ above));
      }
      dark += Long.bitCount(row);
      above = row;
      sameAbove = same;
    }
    return score + balance(dark, size * size);
  }

  /// Runs of five or more and finder-like patterns in one line. Bit i of `same` says that modules i
  /// and i+1 are alike.
  static int line(long line, long same) {
    // A run of n ≥ 5 scores n − 2: it has n − 4 windows of five, and 2 more for its first window.
    long five = same & same >>> 1 & same >>> 2 & same >>> 3;
    int score = Long.bitCount(five) + RUN_BONUS * Long.bitCount(five & ~(five << 1));
    long core =
        line
            & ~(line << 1)
            & ~(line >>> 1)
            & (line >>> 2)
            & (line >>> 3)
            & (line >>> 4)
            & ~(line >>> 5)
            & (line >>> 6)
            & ~(line >>> 7);
    if (core != 0) {
      long before = line << 2 | line << 3 | line << 4;
      long after = line >>> 8 | line >>> 9 | line >>> 10;
      score += FINDER_LIKE * Long.bitCount(core & ~(before & after));
    }
    long six = five & line & five >>> 1 & line >>> 1;
    return six == 0 ? score : score + wide(line, six);
  }

  /// Finder-like patterns of unit 2 and more. Their middle is a dark run of 6, 9, … modules, which
  /// is rare; the finder patterns' own runs of 7 are passed over without a scan.
  private static int wide(long line, long six) {
    long exactlySix = six & ~(six << 1) & ~(six >>> 1);
    long eightOrMore = six & six >>> 1 & six >>> 2;
    if ((exactlySix | eightOrMore) == 0) {
      return 0;
    }
    int score = 0;
    for (int at = 0; at < Long.SIZE && line >>> at != 0; ) {
      at += Long.numberOfTrailingZeros(line >>> at);
      int run = Long.numberOfTrailingZeros(~(line >>> at));
      if (run % 3 == 0 && run > 3 && isFinderLike(line, at, run / 3)) {
        score += FINDER_LIKE;
      }
      at += run;
    }
    return score;
  }

  /// Whether the dark run of `3 · unit` modules at `at` is the middle of a finder-like pattern.
  private static boolean isFinderLike(long line, int at, int unit) {
    int start = at - 2 * unit;
    if (start < 0 || start + 7 * unit > Long.SIZE) {
      return false;
    }
    long arm = (1L << unit) - 1;
    long wanted = arm | ((1L << 3 * unit) - 1) << 2 * unit | arm << 6 * unit;
    long found = line >>> start & (1L << 7 * unit) - 1;
    boolean alone = isLight(line, start - 1, 1) && isLight(line, start + 7 * unit, 1);
    return found == wanted
        && alone
        && (isLight(line, start - 4 * unit, 4 * unit) || isLight(line, start + 7 * unit, 4 * unit));
  }

  /// Whether all modules of `[from, from + length)` are light; outside the symbol all are.
  private static boolean isLight(long line, int from, int length) {
    long area = from >= Long.SIZE ? 0 : from < 0 ? line << -from : line >>> from;
    return (area & (1L << length) - 1) == 0;
  }

  private static int balance(int dark, int modules) {
    return Math.abs(2 * dark - modules) * 10 / modules * BALANCE;
  }
}
