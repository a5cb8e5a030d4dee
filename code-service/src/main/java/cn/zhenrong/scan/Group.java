package cn.zhenrong.scan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Applies a group of events in one transaction: what was applied before is left out, the rest is
/// written whole or not at all.
@Component
class Group {
  private static final Comparator<ScanEvent> BY_KEY =
      Comparator.comparing(
              ScanEvent::nonce,
              Comparator.comparingLong(NonceId::high).thenComparingLong(NonceId::low))
          .thenComparing(ScanEvent::opened);
  private static final Comparator<Fresh> BY_TIME =
      Comparator.comparing((Fresh fresh) -> fresh.event().at())
          .thenComparing(fresh -> fresh.event().opened());

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
    TreeMap<Long, List<Fresh>> fresh = fresh(events);
    if (fresh.isEmpty()) {
      return List.of();
    }
    // All take locks in this order: events by key, known codes by index, new codes by index, what
    // the clone rules saw by rule and code.
    tables.insertEvents(
        fresh.values().stream().flatMap(List::stream).map(Fresh::event).sorted(BY_KEY).toList());
    Map<Long, CodeRecord> before = tables.locked(fresh.navigableKeySet());
    List<Change> changes = new ArrayList<>(fresh.size());
    fresh.forEach((index, news) -> {
      CodeRecord old = before.get(index);
      changes.add(new Change(old, news, Tally.after(old, news)));
    });
    tables.insertCodes(
        changes.stream().filter(change -> change.before() == null).map(Change::after).toList());
    tables.updateCodes(
        changes.stream().filter(change -> change.before() != null).map(Change::after).toList());
    signals.note(changes);
    return changes;
  }

  /// Those of the events that are not in the store, each once, by code and time.
  private TreeMap<Long, List<Fresh>> fresh(List<ScanEvent> events) {
    Map<LocalDate, List<ScanEvent>> days =
        events.stream()
            .sorted(Comparator.comparing(ScanEvent::at).thenComparing(ScanEvent::opened))
            .collect(Collectors.groupingBy(event -> event.nonce().day()));
    TreeMap<Long, List<Fresh>> fresh = new TreeMap<>();
    days.forEach((day, some) -> {
      List<NonceId> nonces = some.stream().map(ScanEvent::nonce).distinct().toList();
      Set<ScanTables.Key> kept = tables.kept(day, nonces);
      Set<NonceId> visited = new HashSet<>();
      kept.forEach(key -> visited.add(key.nonce()));
      for (ScanEvent event : some) {
        if (kept.add(new ScanTables.Key(event.nonce(), event.opened()))) {
          fresh
              .computeIfAbsent(event.index(), _ -> new ArrayList<>())
              .add(new Fresh(event, visited.add(event.nonce())));
        }
      }
    });
    fresh.values().forEach(news -> news.sort(BY_TIME));
    return fresh;
  }
}
