package cn.zhenrong.lifecycle;

import java.util.ArrayList;
import java.util.List;

/// Counts what moves and what does not.
final class Tally {
  static final int MOST_BLOCKED = 1000;

  private final List<Range> moved = new ArrayList<>();
  private final List<Blocked> blocked = new ArrayList<>();
  private boolean more;

  /// Neighbours are told one after the other, so they are joined as they come.
  void move(Range range) {
    if (!moved.isEmpty() && moved.getLast().last() + 1 == range.first()) {
      moved.add(new Range(moved.removeLast().first(), range.last()));
    } else {
      moved.add(range);
    }
  }

  void block(SpanList.Run run, Blocked.Why why) {
    if (blocked.size() < MOST_BLOCKED) {
      blocked.add(new Blocked(run, why));
    } else {
      more = true;
    }
  }

  /// What moved, in order and apart from each other.
  List<Range> moved() {
    return moved;
  }

  Outcome outcome() {
    return new Outcome(moved.stream().mapToLong(Range::length).sum(), blocked, more);
  }
}
