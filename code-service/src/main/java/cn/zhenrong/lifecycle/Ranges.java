package cn.zhenrong.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Sequence numbers of one batch, as few ranges as they can be: in order and apart from each other.
final class Ranges {
  private final NavigableMap<Long, Range> byFirst = new TreeMap<>();

  private Ranges() {}

  /// The numbers of all these ranges, which may overlap.
  static Ranges of(Collection<Range> ranges) {
    Ranges all = new Ranges();
    Range open = null;
    for (Range next : ranges.stream().sorted(Comparator.comparingLong(Range::first)).toList()) {
      if (open == null || next.first() > open.last() + 1) {
        open = next;
      } else {
        open = new Range(open.first(), Math.max(open.last(), next.last()));
      }
      all.byFirst.put(open.first(), open);
    }
    return all;
  }

  static Ranges ofNumbers(Collection<Long> numbers) {
    return of(numbers.stream().map(Range::of).toList());
  }

  List<Range> all() {
    return List.copyOf(byFirst.values());
  }

  /// How many numbers.
  long size() {
    return byFirst.values().stream().mapToLong(Range::length).sum();
  }

  /// The parts of `place` that are in these, in order.
  List<Range> within(Range place) {
    Map.Entry<Long, Range> before = byFirst.floorEntry(place.first());
    long from = before == null ? place.first() : before.getKey();
    return byFirst.subMap(from, true, place.last(), true).values().stream()
        .filter(range -> range.overlaps(place))
        .map(range -> range.and(place))
        .toList();
  }

  /// The parts of `place` that are not in these, in order.
  List<Range> outside(Range place) {
    List<Range> gaps = new ArrayList<>();
    long next = place.first();
    for (Range range : within(place)) {
      if (range.first() > next) {
        gaps.add(new Range(next, range.first() - 1));
      }
      next = range.last() + 1;
    }
    if (next <= place.last()) {
      gaps.add(new Range(next, place.last()));
    }
    return gaps;
  }
}
