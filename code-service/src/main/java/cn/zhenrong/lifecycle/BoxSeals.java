package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.party.Audit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// Knows which codes lie in sealed boxes, and opens a box when something happens to some of its
/// codes on their own. Asked and changed only while the batch is locked: a code is in at most one
/// sealed box.
@Component
class BoxSeals {
  /// Codes in the fullest box, so no range of one is longer.
  static final int MOST_CODES = 1000;

  private static final int PAGE = 500;

  private final BoxMapper mapper;

  BoxSeals(BoxMapper mapper) {
    this.mapper = mapper;
  }

  /// What of a range lies in sealed boxes, the first so many.
  List<SealedRange> over(BatchId batch, Range range, int limit) {
    return mapper.sealed(batch.value(), reach(range.first()), range.first(), range.last(), limit);
  }

  /// Opens every sealed box of which codes moved but not all were asked for. Who names all codes of
  /// a box, such as the whole batch, means the box as it stands.
  ///
  /// @param asked in order and apart from each other
  /// @param moved the part of it that moved
  void openTouched(Change change, List<Range> asked, List<Range> moved) {
    Deed deed = change.deed();
    if (moved.isEmpty() || deed.move() == Move.RELEASE) {
      return;
    }
    // A label that is exchanged is exchanged by a hand in the box, be it the only one.
    boolean always = deed.move() == Move.REPLACE;
    TreeSet<Long> touched = touched(change.batch(), Ranges.of(asked), Ranges.of(moved), always);
    if (deed.box() != null) {
      touched.remove(deed.box().value());
    }
    List<Long> ids = List.copyOf(touched);
    Opening opening =
        new Opening(change.at(), deed.who().person(), deed.move(), deed.words(), Audit.requestId());
    for (int from = 0; from < ids.size(); from += PAGE) {
      // One that somebody opened through another batch at this moment is open, as it should be.
      mapper.open(ids.subList(from, Math.min(ids.size(), from + PAGE)), opening);
    }
  }

  private TreeSet<Long> touched(long batch, Ranges asked, Ranges moved, boolean always) {
    Range place = new Range(asked.all().getFirst().first(), asked.all().getLast().last());
    TreeSet<Long> touched = new TreeSet<>();
    Map<Long, Long> missing = new HashMap<>();
    for (SealedRange part : all(batch, place)) {
      if (!moved.within(part.range()).isEmpty()) {
        touched.add(part.boxId());
      }
      long covered = asked.within(part.range()).stream().mapToLong(Range::length).sum();
      missing.merge(part.boxId(), covered - part.codes(), (a, _) -> a + covered);
    }
    touched.removeIf(box -> !always && missing.getOrDefault(box, 0L) == 0);
    return touched;
  }

  private List<SealedRange> all(long batch, Range place) {
    List<SealedRange> all = new ArrayList<>();
    long from = reach(place.first());
    List<SealedRange> page = mapper.sealed(batch, from, place.first(), place.last(), PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      from = page.getLast().firstSequence() + 1;
      page =
          page.size() < PAGE
              ? List.of()
              : mapper.sealed(batch, from, place.first(), place.last(), PAGE);
    }
    return all;
  }

  static long reach(long sequence) {
    return Math.max(1, sequence - MOST_CODES + 1);
  }
}
