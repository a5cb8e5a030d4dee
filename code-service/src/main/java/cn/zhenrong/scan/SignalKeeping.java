package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes hits down in the transaction that counts their visits, and tells who listens.
@Component
class SignalKeeping {
  private final CloneRuleBook book;
  private final SignalMapper mapper;
  private final ApplicationEventPublisher events;

  SignalKeeping(CloneRuleBook book, SignalMapper mapper, ApplicationEventPublisher events) {
    this.book = book;
    this.mapper = mapper;
    this.events = events;
  }

  private record Key(CloneRule rule, long index) {}

  /// Hits that are one row's or one alert's business.
  private record Cause(CloneRule rule, BatchId batch, boolean dismissed) {
    static final Comparator<Cause> ORDER =
        Comparator.comparing(Cause::rule)
            .thenComparing(cause -> cause.batch().value())
            .thenComparing(Cause::dismissed);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void keep(List<Signal> hits) {
    if (hits.isEmpty()) {
      return;
    }
    Set<Key> dismissed =
        mapper.dismissed(hits.stream().map(Signal::index).collect(Collectors.toSet())).stream()
            .map(row -> new Key(row.rule(), row.codeIndex()))
            .collect(Collectors.toSet());
    List<SignalsKept.Group> groups = new ArrayList<>();
    byCause(hits, dismissed)
        .forEach((cause, some) -> {
          SignalsKept.Group group = add(cause, some);
          if (!cause.dismissed()) {
            groups.add(group);
          }
        });
    if (!groups.isEmpty()) {
      events.publishEvent(new SignalsKept(groups));
    }
  }

  /// In one order everywhere, so that two instances wait for each other instead of clashing.
  private static SortedMap<Cause, List<Signal>> byCause(List<Signal> hits, Set<Key> dismissed) {
    return hits.stream()
        .collect(
            Collectors.groupingBy(
                hit ->
                    new Cause(
                        hit.rule(),
                        hit.batch(),
                        dismissed.contains(new Key(hit.rule(), hit.index()))),
                () -> new TreeMap<>(Cause.ORDER),
                Collectors.toList()));
  }

  private SignalsKept.Group add(Cause cause, List<Signal> hits) {
    Map<Long, List<Signal>> codes =
        hits.stream()
            .collect(Collectors.groupingBy(Signal::index, TreeMap::new, Collectors.toList()));
    List<SignalRow> rows = codes.values().stream().map(SignalRow::of).toList();
    int written = mapper.add(rows);
    int fresh = 2 * rows.size() - written;
    if (fresh < 0 || fresh > rows.size()) {
      throw new IllegalStateException("wrote " + written + " for " + rows.size() + " signals");
    }
    if (book.words(cause.rule()).onPage() && !cause.dismissed()) {
      mapper.remember(codes.keySet(), cause.rule().bit());
    }
    SignalRow all = SignalRow.of(hits);
    return new SignalsKept.Group(
        cause.rule(),
        cause.batch(),
        all.firstAt(),
        all.lastAt(),
        all.hits(),
        fresh,
        all.provinces(),
        codes.keySet().stream().limit(SignalsKept.SAMPLES).toList());
  }
}
