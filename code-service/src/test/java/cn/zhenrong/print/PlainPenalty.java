package cn.zhenrong.print;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The penalty of ISO/IEC 18004 §7.8.3 module by module: slow, obvious, written apart from the one
/// it checks, and fed with symbols another encoder drew.
final class PlainPenalty {
  private PlainPenalty() {}

  /// The mask with the lowest penalty among the eight symbols of `text` in our segments and
  /// version.
  static int bestMask(String text, Symbol symbol) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int mask = 0; mask < 8; mask++) {
      int version = symbol.version();
      QrCode drawn =
          QrCode.encodeSegments(
              segments(text, version), QrCode.Ecc.MEDIUM, version, version, mask, false);
      int penalty = of(drawn);
      if (penalty < least) {
        least = penalty;
        best = mask;
      }
    }
    return best;
  }

  /// Our segments of `text` in the other encoder's form.
  static List<QrSegment> segments(String text, int version) {
    return Segmentation.of(text.getBytes(StandardCharsets.US_ASCII), version).segments().stream()
        .map(s -> {
          String part = text.substring(s.start(), s.end());
          return switch (s.mode()) {
            case NUMERIC -> QrSegment.makeNumeric(part);
            case ALPHANUMERIC -> QrSegment.makeAlphanumeric(part);
            case BYTE -> QrSegment.makeBytes(part.getBytes(StandardCharsets.US_ASCII));
          };
        })
        .toList();
  }

  static int of(QrCode symbol) {
    int penalty = 0;
    int dark = 0;
    for (int i = 0; i < symbol.size; i++) {
      StringBuilder row = new StringBuilder();
      StringBuilder column = new StringBuilder();
      for (int j = 0; j < symbol.size; j++) {
        row.append(symbol.getModule(j, i) ? '#' : '.');
        column.append(symbol.getModule(i, j) ? '#' : '.');
        dark += symbol.getModule(j, i) ? 1 : 0;
        penalty += isBlock(symbol, j, i) ? 3 : 0;
      }
      penalty += line(row.toString()) + line(column.toString());
    }
    int modules = symbol.size * symbol.size;
    return penalty + Math.abs(dark * 20 - modules * 10) / modules * 10;
  }

  private static boolean isBlock(QrCode symbol, int x, int y) {
    boolean dark = symbol.getModule(x, y);
    return x + 1 < symbol.size
        && y + 1 < symbol.size
        && symbol.getModule(x + 1, y) == dark
        && symbol.getModule(x, y + 1) == dark
        && symbol.getModule(x + 1, y + 1) == dark;
  }

  static int line(String line) {
    List<Integer> runs = runs(line);
    int penalty = 0;
    for (int i = 0; i < runs.size(); i++) {
      int length = runs.get(i);
      penalty += length >= 5 ? length - 2 : 0;
      penalty += i % 2 == 1 && isFinderLike(runs, i) ? 40 : 0;
    }
    return penalty;
  }

  /// Lengths of the runs, light first: the first is 0 if the line starts dark.
  private static List<Integer> runs(String line) {
    List<Integer> runs = new ArrayList<>(List.of(0));
    char colour = '.';
    for (char c : line.toCharArray()) {
      if (c != colour) {
        runs.add(0);
        colour = c;
      }
      runs.set(runs.size() - 1, runs.getLast() + 1);
    }
    return runs;
  }

  /// Whether dark run `i` is the middle of 1:1:3:1:1 with light of 4 units before or after.
  private static boolean isFinderLike(List<Integer> runs, int i) {
    int unit = runs.get(i) / 3;
    if (runs.get(i) % 3 != 0 || i < 3 || i + 2 >= runs.size()) {
      return false;
    }
    for (int arm : new int[] {i - 2, i - 1, i + 1, i + 2}) {
      if (runs.get(arm) != unit) {
        return false;
      }
    }
    boolean atStart = i == 3;
    boolean atEnd = i + 3 >= runs.size();
    boolean reachesEnd = i + 4 >= runs.size();
    return atStart
        || atEnd
        || reachesEnd
        || runs.get(i - 3) >= 4 * unit
        || runs.get(i + 3) >= 4 * unit;
  }
}
