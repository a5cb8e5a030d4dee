package cn.zhenrong.scan;

import cn.zhenrong.scan.ScanTables.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Applies a group of events in one transaction: what was applied before is left out, the rest is
/// written whole or not at all.
@Component
class Group {
  private static final Comparator<ScanEvent> BY_KEY =
      Comparator.comparingLong((ScanEvent event) -> event.nonce().high())
          .thenComparingLong(event -> event.nonce().low())
          .thenComparing(ScanEvent::opened);
  private static final Comparator<ScanEvent> BY_TIME =
      Comparator.comparing(ScanEvent::at).thenComparing(ScanEvent::opened);

  private final ScanTables tables;
  private final Signals signals;

  Group(ScanTables tables, Signals signals) {
    this.tables = tables;
    this.signals = signals;
  }

  /// @return what became of each code, by index
  /// @throws org.springframework.dao.DuplicateKeyException if another instance applied one of them
  ///   meanwhile; the next try will see it
  @Transactional
  List<Change> apply(List<ScanEvent> events) {
    // All take locks in this order: events by key, known codes by index, new codes by index, what
    // the clone rules saw by rule and code.
    TreeMap<Long, List<ScanEvent>> fresh =
        tables.insertNew(eachOnce(events)).stream()
            .collect(Collectors.groupingBy(ScanEvent::index, TreeMap::new, Collectors.toList()));
    if (fresh.isEmpty()) {
      return List.of();
    }
    Map<Long, CodeRecord> before = tables.locked(fresh.navigableKeySet());
    Set<NonceId> visited = visitedBefore(fresh, before);
    List<Change> changes = new ArrayList<>(fresh.size());
    fresh.forEach(
        (index, news) -> changes.add(Change.of(before.get(index), visits(news, visited))));
    tables.insertCodes(
        changes.stream().filter(change -> change.before() == null).map(Change::after).toList());
    tables.updateCodes(
        changes.stream().filter(change -> change.before() != null).map(Change::after).toList());
    signals.note(changes);
    return changes;
  }

  /// In the order of their keys. Of the same event twice the earlier one counts.
  private static List<ScanEvent> eachOnce(List<ScanEvent> events) {
    List<ScanEvent> sorted = events.stream().sorted(BY_KEY.thenComparing(ScanEvent::at)).toList();
    List<ScanEvent> once = new ArrayList<>(sorted.size());
    @Nullable ScanEvent last = null;
    for (ScanEvent event : sorted) {
      if (last == null || BY_KEY.compare(last, event) != 0) {
        once.add(event);
      }
      last = event;
    }
    return once;
  }

  /// The nonces that were a visit before this group. Only a claim can come on a nonce that was one
  /// already, or another event on that of a claim: no other nonce is looked for.
  private Set<NonceId> visitedBefore(
      Map<Long, List<ScanEvent>> fresh, Map<Long, CodeRecord> before) {
    List<ScanEvent> doubtful =
        fresh.values().stream()
            .flatMap(Collection::stream)
            .filter(event -> event.opened() || isClaimed(before.get(event.index())))
            .toList();
    Set<Key> kept = tables.kept(doubtful.stream().map(ScanEvent::nonce).toList());
    if (!kept.isEmpty()) {
      fresh.values().forEach(news -> news.forEach(event -> kept.remove(Key.of(event))));
    }
    return kept.stream().map(Key::nonce).collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean isClaimed(@Nullable CodeRecord code) {
    return code != null && code.openedClaims() > 0;
  }

  /// The events of one code, the earliest first.
  private static List<Fresh> visits(List<ScanEvent> events, Set<NonceId> visited) {
    return events.stream()
        .sorted(BY_TIME)
        .map(event -> new Fresh(event, visited.add(event.nonce())))
        .toList();
  }
}
