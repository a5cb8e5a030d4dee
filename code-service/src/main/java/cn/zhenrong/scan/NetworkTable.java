package cn.zhenrong.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which province an address belongs to, by the longest prefix that covers it. Kept as sorted,
/// disjoint ranges of 128-bit numbers, each with the code of its province (17 bytes a range, two
/// ranges a prefix at most).
final class NetworkTable {
  static final NetworkTable EMPTY = of(List.of());

  private final long[] high;
  private final long[] low;
  private final byte[] code;

  private NetworkTable(int size) {
    this.high = new long[size];
    this.low = new long[size];
    this.code = new byte[size];
  }

  /// @param prefixes no two the same
  static NetworkTable of(List<NetworkPrefix> prefixes) {
    List<NetworkPrefix> open = new ArrayList<>();
    List<Range> ranges = new ArrayList<>();
    for (NetworkPrefix next : prefixes.stream().sorted().toList()) {
      close(open, next.first(), ranges);
      open.add(next);
      ranges.add(new Range(next.first(), code(next)));
    }
    close(open, null, ranges);
    return compact(ranges);
  }

  /// From here on this province, 0 for none.
  private record Range(Address from, byte code) {}

  /// Ends those prefixes that end before `next`; behind each begins again what it lay in.
  private static void close(List<NetworkPrefix> open, @Nullable Address next, List<Range> ranges) {
    while (!open.isEmpty() && (next == null || open.getLast().last().compareTo(next) < 0)) {
      Address behind = open.removeLast().last().next();
      if (behind != null) {
        ranges.add(new Range(behind, open.isEmpty() ? 0 : code(open.getLast())));
      }
    }
  }

  private static byte code(NetworkPrefix prefix) {
    return ScanBytes.code(prefix.province());
  }

  /// Of ranges that begin at the same address the last one counts, and equal neighbours are one.
  private static NetworkTable compact(List<Range> ranges) {
    List<Range> kept = new ArrayList<>();
    for (Range range : ranges) {
      if (!kept.isEmpty() && kept.getLast().from().equals(range.from())) {
        kept.removeLast();
      }
      byte before = kept.isEmpty() ? 0 : kept.getLast().code();
      if (range.code() != before) {
        kept.add(range);
      }
    }
    NetworkTable table = new NetworkTable(kept.size());
    for (int i = 0; i < kept.size(); i++) {
      table.high[i] = kept.get(i).from().high();
      table.low[i] = kept.get(i).from().low();
      table.code[i] = kept.get(i).code();
    }
    return table;
  }

  @Nullable Province province(Address address) {
    int from = 0;
    int to = high.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Address.compare(high[middle], low[middle], address.high(), address.low()) <= 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from == 0 ? null : ScanBytes.province(code[from - 1]);
  }

  int size() {
    return high.length;
  }

  @Override
  public String toString() {
    return Arrays.toString(code);
  }
}
