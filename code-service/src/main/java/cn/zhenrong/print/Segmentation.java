package cn.zhenrong.print;

import java.util.ArrayList;
import java.util.List;

/// The split of a text into segments that takes the fewest bits of all splits.
///
/// An exact dynamic program: for every prefix and every mode, the least cost of writing the prefix
/// with its last character in that mode. A segment ends on a whole bit, so leaving a mode rounds
/// its cost up. Rounding keeps order, so the cheapest way to a state is always a part of the
/// cheapest way through it.
///
/// @param segments in text order
/// @param bits total length, with the mode indicators and counts
record Segmentation(List<Segment> segments, int bits) {
  private static final Mode[] MODES = Mode.values();
  private static final int NEVER = 1 << 28;

  /// The best split for symbols of `version`; the same for all of 1–9 and for all of 10–26.
  static Segmentation of(byte[] text, int version) {
    int[] cost = heads(version);
    byte[] cameFrom = new byte[text.length * MODES.length];
    int[] heads = heads(version);
    for (int i = 0; i < text.length; i++) {
      cost = step(text[i], cost, heads, cameFrom, i * MODES.length);
    }
    int last = cheapest(cost);
    return new Segmentation(trace(cameFrom, last, text.length), ceilToBits(cost[last]) / 6);
  }

  /// Sixths of a bit that opening a segment costs in each mode.
  private static int[] heads(int version) {
    int[] heads = new int[MODES.length];
    for (Mode mode : MODES) {
      heads[mode.ordinal()] = (Mode.INDICATOR_BITS + mode.countBits(version)) * 6;
    }
    return heads;
  }

  /// Costs after one more character. Before the first character `cost` holds the open segment
  /// heads.
  private static int[] step(byte character, int[] cost, int[] heads, byte[] cameFrom, int at) {
    int[] next = new int[MODES.length];
    int best = cheapest(cost);
    int reopened = ceilToBits(cost[best]);
    for (int m = 0; m < next.length; m++) {
      if (!MODES[m].canWrite(character)) {
        next[m] = NEVER;
        continue;
      }
      boolean stay = cost[m] <= reopened + heads[m] || at == 0;
      next[m] = (stay ? cost[m] : reopened + heads[m]) + MODES[m].sixthsPerCharacter();
      cameFrom[at + m] = (byte) (stay ? m : best);
    }
    return next;
  }

  private static int cheapest(int[] cost) {
    int best = 0;
    for (int m = 1; m < cost.length; m++) {
      if (ceilToBits(cost[m]) < ceilToBits(cost[best])) {
        best = m;
      }
    }
    return best;
  }

  private static int ceilToBits(int sixths) {
    return (sixths + 5) / 6 * 6;
  }

  private static List<Segment> trace(byte[] cameFrom, int last, int length) {
    List<Segment> segments = new ArrayList<>();
    int mode = last;
    int end = length;
    for (int i = length - 1; i >= 0; i--) {
      int before = cameFrom[i * MODES.length + mode];
      if (i == 0 || before != mode) {
        segments.addFirst(new Segment(MODES[mode], i, end));
        end = i;
      }
      mode = before;
    }
    return segments;
  }

  /// Writes all segments of `text` and fills the rest of `out`.
  void write(byte[] text, BitWriter out, int version) {
    for (Segment segment : segments) {
      segment.write(text, out, version);
    }
    out.finish();
  }
}
