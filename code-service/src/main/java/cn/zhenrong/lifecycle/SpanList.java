package cn.zhenrong.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The spans of a stretch of one batch, kept shortest: sorted, apart from each other, and no two
/// neighbours marked alike. Sequence numbers between spans are codes nobody has touched.
///
/// A stretch must hold, beside what is changed, the spans that touch its ends: only then can a
/// change join them.
final class SpanList {
  private final List<Span> before;
  private final NavigableMap<Long, Span> spans = new TreeMap<>();

  /// What to take out of the table and what to put in, so that it holds this list.
  record Edit(List<Span> remove, List<Span> add) {}

  /// Codes next to each other that stand alike.
  ///
  /// @param span null for codes nobody has touched
  record Run(Range range, @Nullable Span span) {
    Mark mark() {
      return span == null ? Mark.UNTOUCHED : span.mark();
    }

    /// So many of the codes, from the first on.
    Run first(long codes) {
      return new Run(new Range(range.first(), range.first() + codes - 1), span);
    }

    /// The codes behind those.
    Run after(long codes) {
      return new Run(new Range(range.first() + codes, range.last()), span);
    }
  }

  SpanList(Collection<Span> spans) {
    this.before = List.copyOf(spans);
    before.forEach(span -> this.spans.put(span.first(), span));
  }

  List<Span> spans() {
    return List.copyOf(spans.values());
  }

  /// What stands in a range, in order and without gaps.
  List<Run> runs(Range range) {
    List<Run> runs = new ArrayList<>();
    long next = range.first();
    for (Span span : overlapping(range)) {
      if (span.first() > next) {
        runs.add(new Run(new Range(next, span.first() - 1), null));
      }
      Span part = span.cut(range.first(), range.last());
      runs.add(new Run(new Range(part.first(), part.last()), span));
      next = part.last() + 1;
    }
    if (next <= range.last()) {
      runs.add(new Run(new Range(next, range.last()), null));
    }
    return runs;
  }

  /// Lays `change` over whatever stood in its place.
  void put(Span change) {
    for (Span old : overlapping(new Range(change.first(), change.last()))) {
      spans.remove(old.first());
      if (old.first() < change.first()) {
        keep(old.cut(old.first(), change.first() - 1));
      }
      if (old.last() > change.last()) {
        keep(old.cut(change.last() + 1, old.last()));
      }
    }
    keep(joined(change));
  }

  Edit edit() {
    Set<Span> old = new HashSet<>(before);
    Set<Span> now = new HashSet<>(spans.values());
    return new Edit(
        before.stream().filter(span -> !now.contains(span)).toList(),
        spans.values().stream().filter(span -> !old.contains(span)).toList());
  }

  private Span joined(Span change) {
    Span grown = change;
    Map.Entry<Long, Span> left = spans.lowerEntry(grown.first());
    if (left != null && left.getValue().joins(grown)) {
      spans.remove(left.getKey());
      grown = left.getValue().with(grown);
    }
    Map.Entry<Long, Span> right = spans.higherEntry(grown.last());
    if (right != null && grown.joins(right.getValue())) {
      spans.remove(right.getKey());
      grown = grown.with(right.getValue());
    }
    return grown;
  }

  private List<Span> overlapping(Range range) {
    Long from = spans.floorKey(range.first());
    return spans
        .subMap(from == null ? range.first() : from, true, range.last(), true)
        .values()
        .stream()
        .filter(span -> span.last() >= range.first())
        .toList();
  }

  private void keep(Span span) {
    spans.put(span.first(), span);
  }
}
