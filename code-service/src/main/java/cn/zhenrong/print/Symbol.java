package cn.zhenrong.print;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.nio.charset.StandardCharsets;

/// The QR Code Model 2 symbol of a printed text: a square of dark and light modules, without its
/// quiet zone (ISO/IEC 18004).
///
/// The version is always the smallest that holds the text, because the text is split into segments
/// exactly; the mask is the one with the lowest penalty, the lowest number winning a tie. The same
/// text and level give the same modules everywhere and for ever.
///
/// Versions go up to 11 (61×61), far beyond any code of ours (`docs/code-format.md` §3), so that a
/// row is one `long`: masks are applied, and penalties counted, 61 modules at a time.
public final class Symbol {
  /// Width of the light border every drawing must leave on all sides, in modules.
  public static final int QUIET_ZONE = 4;

  private static final Texts TEXTS = Texts.beside(Symbol.class);

  private final String text;
  private final int version;
  private final int mask;
  private final long[] rows;

  private Symbol(String text, int version, int mask, long[] rows) {
    this.text = text;
    this.version = version;
    this.mask = mask;
    this.rows = rows;
  }

  /// The symbol of `text` at level M, the level of all our labels.
  ///
  /// @throws Problem as [#of(String, Level)]
  public static Symbol of(String text) {
    return of(text, Level.M);
  }

  /// The symbol of `text` at `level`.
  ///
  /// @param text 1 or more printable ASCII characters
  /// @throws Problem if the text has other characters or needs more than version 11
  public static Symbol of(String text, Level level) {
    byte[] ascii = ascii(text);
    for (int last : new int[] {9, Frame.LAST_VERSION}) {
      Segmentation segmentation = Segmentation.of(ascii, last);
      for (int version = last == 9 ? 1 : 10; version <= last; version++) {
        if (segmentation.bits() <= Frame.ofVersion(version).dataCodewords(level) * 8) {
          return draw(text, version, level, data(ascii, segmentation, version, level));
        }
      }
    }
    throw Problem.invalid("text", "symbol.too-long", TEXTS.words("symbol.too-long"));
  }

  private static byte[] ascii(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    boolean printable = !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    if (!printable) {
      throw Problem.invalid("text", "symbol.ascii", TEXTS.words("symbol.ascii"));
    }
    return ascii;
  }

  private static byte[] data(byte[] ascii, Segmentation segmentation, int version, Level level) {
    byte[] data = new byte[Frame.ofVersion(version).dataCodewords(level)];
    segmentation.write(ascii, new BitWriter(data), version);
    return data;
  }

  private static Symbol draw(String text, int version, Level level, byte[] data) {
    Frame frame = Frame.ofVersion(version);
    long[] rows = new long[frame.size()];
    long[] columns = new long[frame.size()];
    place(Codewords.interleave(data, version, level), frame.dataPath(), rows, columns);
    Masks masks = Masks.of(version, level);
    int mask = bestMask(masks, rows, columns);
    return new Symbol(text, version, mask, xor(rows, masks.rows(mask), new long[rows.length]));
  }

  private static void place(byte[] codewords, short[] path, long[] rows, long[] columns) {
    for (int i = 0; i < path.length; i++) {
      long bit = codewords[i >> 3] >>> (7 - (i & 7)) & 1;
      int y = path[i] >> 6;
      int x = path[i] & 63;
      rows[y] |= bit << x;
      columns[x] |= bit << y;
    }
  }

  private static int bestMask(Masks masks, long[] rows, long[] columns) {
    long[] maskedRows = new long[rows.length];
    long[] maskedColumns = new long[rows.length];
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int mask = 0; mask < Masks.COUNT; mask++) {
      xor(rows, masks.rows(mask), maskedRows);
      xor(columns, masks.columns(mask), maskedColumns);
      int penalty = Penalty.of(maskedRows, maskedColumns, least);
      if (penalty < least) {
        least = penalty;
        best = mask;
      }
    }
    return best;
  }

  private static long[] xor(long[] a, long[] b, long[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] ^ b[i];
    }
    return out;
  }

  /// The text the symbol reads as.
  public String text() {
    return text;
  }

  /// 1–11.
  public int version() {
    return version;
  }

  /// 0–7.
  public int mask() {
    return mask;
  }

  /// Modules on a side: 17 + 4 · version.
  public int size() {
    return rows.length;
  }

  /// Modules on a side with the quiet zone.
  public int sizeWithQuietZone() {
    return rows.length + 2 * QUIET_ZONE;
  }

  /// Whether the module in column `x` and row `y` is dark; both from 0, from the top left.
  public boolean isDark(int x, int y) {
    return (row(y) >>> x & 1) == 1;
  }

  /// One row as bits, the lowest bit its leftmost module, 1 for dark.
  long row(int y) {
    return rows[y];
  }
}
