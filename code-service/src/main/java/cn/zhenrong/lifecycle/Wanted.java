package cn.zhenrong.lifecycle;

import cn.zhenrong.code.Serial;
import cn.zhenrong.problem.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/// The codes of a batch somebody wants to move: what is still wanted, and what was refused so far,
/// in the terms it was asked in.
final class Wanted {
  private final LongFunction<Serial> serials;
  private final List<Refused> refused = new ArrayList<>();
  private final NavigableMap<Long, Integer> scanned = new TreeMap<>();
  private List<Range> ranges = new ArrayList<>();
  private final boolean byRange;

  private Wanted(LongFunction<Serial> serials, boolean byRange) {
    this.serials = serials;
    this.byRange = byRange;
  }

  /// Codes named by a range.
  ///
  /// @param serials the serial of a sequence number
  static Wanted range(Range range, LongFunction<Serial> serials) {
    Wanted wanted = new Wanted(serials, true);
    wanted.ranges.add(range);
    return wanted;
  }

  /// Codes named one by one, to be added.
  static Wanted scanned(LongFunction<Serial> serials) {
    return new Wanted(serials, false);
  }

  /// Adds a scanned code; one that was scanned before in the same list counts once.
  void add(int index, long sequence) {
    scanned.putIfAbsent(sequence, index);
  }

  void refuse(Refused one) {
    refused.add(one);
  }

  /// What is still wanted, in order and apart from each other.
  List<Range> ranges() {
    return byRange ? List.copyOf(ranges) : runsOf(List.copyOf(scanned.keySet()));
  }

  /// Takes the codes of `place` out and refuses them.
  void block(Range place, String reason, Words words) {
    if (byRange) {
      blockRange(place, reason, words);
      return;
    }
    Map<Long, Integer> hit =
        new LinkedHashMap<>(scanned.subMap(place.first(), true, place.last(), true));
    hit.forEach((sequence, index) -> {
      scanned.remove(sequence);
      refuse(Refused.scanned(index, serials.apply(sequence).text(), reason, words));
    });
  }

  /// In the order the codes were sent.
  List<Refused> refused() {
    return refused.stream()
        .sorted(Comparator.comparingLong(one -> one.first() == null ? placeOf(one) : one.first()))
        .toList();
  }

  private static long placeOf(Refused one) {
    return one.index() == null ? 0 : one.index();
  }

  private void blockRange(Range place, String reason, Words words) {
    List<Range> left = new ArrayList<>();
    for (Range range : ranges) {
      if (!range.overlaps(place)) {
        left.add(range);
        continue;
      }
      Range hit =
          new Range(Math.max(range.first(), place.first()), Math.min(range.last(), place.last()));
      if (range.first() < hit.first()) {
        left.add(new Range(range.first(), hit.first() - 1));
      }
      if (hit.last() < range.last()) {
        left.add(new Range(hit.last() + 1, range.last()));
      }
      String serial = hit.length() == 1 ? serials.apply(hit.first()).text() : null;
      refuse(Refused.run(hit, serial, reason, words));
    }
    ranges = left;
  }

  private static List<Range> runsOf(List<Long> sorted) {
    List<Range> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i) != sorted.get(i - 1) + 1) {
        runs.add(new Range(sorted.get(from), sorted.get(i - 1)));
        from = i;
      }
    }
    return runs;
  }
}
