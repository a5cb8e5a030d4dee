package cn.zhenrong.lifecycle;

import cn.zhenrong.code.Serial;
import cn.zhenrong.problem.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// The codes of a batch somebody wants to move: what is still wanted, and what was refused so far,
/// in the terms it was asked in.
final class Wanted {
  static final int MOST_REFUSED = 1000;

  private final LongFunction<Serial> serials;
  private final Refused.@Nullable Naming naming;
  private final List<Refused> refused = new ArrayList<>();
  private final NavigableMap<Long, Integer> scanned = new TreeMap<>();
  private Ranges ranges = Ranges.of(List.of());

  private Wanted(LongFunction<Serial> serials, Refused.@Nullable Naming naming) {
    this.serials = serials;
    this.naming = naming;
  }

  /// Codes named by a range.
  ///
  /// @param serials the serial of a sequence number
  static Wanted range(Range range, LongFunction<Serial> serials) {
    Wanted wanted = new Wanted(serials, null);
    wanted.ranges = Ranges.of(List.of(range));
    return wanted;
  }

  /// Codes named one by one, to be added.
  ///
  /// @param naming how a refusal names its place
  static Wanted scanned(LongFunction<Serial> serials, Refused.Naming naming) {
    return new Wanted(serials, naming);
  }

  /// Adds a scanned code; one that was scanned before in the same list counts once.
  void add(int place, long sequence) {
    scanned.putIfAbsent(sequence, place);
  }

  /// Refuses what was scanned.
  void refuse(int place, @Nullable String serial, String reason, Words words) {
    if (naming != null) {
      refused.add(naming.refused(place, serial, reason, words));
    }
  }

  /// What is still wanted, in order and apart from each other.
  List<Range> ranges() {
    return naming == null ? ranges.all() : Ranges.ofNumbers(scanned.keySet()).all();
  }

  /// Takes the codes of `place` out and refuses them.
  void block(Range place, String reason, Words words) {
    if (naming == null) {
      blockRange(place, reason, words);
      return;
    }
    NavigableMap<Long, Integer> hit = scanned.subMap(place.first(), true, place.last(), true);
    for (Map.Entry<Long, Integer> one : hit.entrySet()) {
      refuse(one.getValue(), serials.apply(one.getKey()).text(), reason, words);
    }
    hit.clear();
  }

  /// In the order the codes were sent, the first thousand.
  List<Refused> refused() {
    return refused.stream()
        .sorted(Comparator.comparingLong(Refused::place))
        .limit(MOST_REFUSED)
        .toList();
  }

  /// Whether more was refused than is told.
  boolean more() {
    return refused.size() > MOST_REFUSED;
  }

  private void blockRange(Range place, String reason, Words words) {
    List<Range> left = new ArrayList<>();
    for (Range range : ranges.all()) {
      left.addAll(Ranges.of(List.of(place)).outside(range));
    }
    for (Range hit : ranges.within(place)) {
      String serial = hit.length() == 1 ? serials.apply(hit.first()).text() : null;
      refused.add(Refused.run(hit, serial, reason, words));
    }
    ranges = Ranges.of(left);
  }
}
