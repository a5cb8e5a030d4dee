package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.lifecycle.CodeState;
import cn.zhenrong.lifecycle.Standing;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The clone rules at work: asked about every visit that counts, and what they saw written down
/// with it.
@Service
public class Signals {
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final CloneRules rules;
  private final DeviceTrails trails;
  private final CloneRuleBook book;
  private final SignalWords words;
  private final SignalMapper mapper;
  private final ApplicationEventPublisher events;
  private final Cache<Long, List<Suspicion>> told =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();

  Signals(
      CloneRuleBook book,
      SignalWords words,
      SignalMapper mapper,
      ApplicationEventPublisher events) {
    this.rules = new CloneRules(book);
    this.trails = new DeviceTrails(book);
    this.book = book;
    this.words = words;
    this.mapper = mapper;
    this.events = events;
  }

  /// What the rules say to one more visit, which begins a session or claims an opening; a repeat
  /// within a session is not asked about.
  ///
  /// @param before what was known of the code; null for its first visit
  List<Signal> hits(
      long index, BatchId batch, @Nullable CodeRecord before, ScanVisit visit, Standing standing) {
    List<Signal> hits = new ArrayList<>(rules.hits(index, batch, before, visit, standing));
    if (standing.state() != CodeState.DISPLAY) {
      hits.addAll(trails.note(index, batch, visit));
    }
    return hits;
  }

  /// Writes hits down in the transaction that counts their visits and tells who listens.
  ///
  /// @return for each code that was hit the rules to remember beside its verifications, as bits of
  ///   [CloneRule#bit]; what a person dismissed is left out
  @Transactional(propagation = Propagation.MANDATORY)
  Map<Long, Integer> keep(List<Signal> hits) {
    if (hits.isEmpty()) {
      return Map.of();
    }
    Set<Key> dismissed =
        mapper.dismissed(hits.stream().map(Signal::index).collect(Collectors.toSet())).stream()
            .map(row -> new Key(row.rule(), row.codeIndex()))
            .collect(Collectors.toSet());
    // In one order everywhere, so that two instances wait for each other instead of clashing.
    Map<Cause, List<Signal>> causes =
        hits.stream()
            .collect(
                Collectors.groupingBy(
                    hit -> new Cause(hit, dismissed.contains(new Key(hit.rule(), hit.index()))),
                    () -> new TreeMap<>(Cause.ORDER),
                    Collectors.toList()));
    List<SignalsKept.Group> groups = new ArrayList<>();
    Map<Long, Integer> bits = new HashMap<>();
    causes.forEach((cause, some) -> {
      SignalsKept.Group group = add(cause, some);
      if (!cause.dismissed()) {
        groups.add(group);
        some.forEach(hit -> bits.merge(hit.index(), hit.rule().bit(), (a, b) -> a | b));
      }
    });
    if (!groups.isEmpty()) {
      events.publishEvent(new SignalsKept(groups));
    }
    return bits;
  }

  private record Key(CloneRule rule, long index) {}

  private record Cause(CloneRule rule, BatchId batch, boolean dismissed) {
    static final Comparator<Cause> ORDER =
        Comparator.comparing(Cause::rule)
            .thenComparing(cause -> cause.batch().value())
            .thenComparing(Cause::dismissed);

    Cause(Signal hit, boolean dismissed) {
      this(hit.rule(), hit.batch(), dismissed);
    }
  }

  private SignalsKept.Group add(Cause cause, List<Signal> hits) {
    List<SignalRow> rows =
        hits.stream()
            .collect(Collectors.groupingBy(Signal::index, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(SignalRow::of)
            .toList();
    int counted = mapper.add(rows);
    int fresh = 2 * rows.size() - counted;
    if (fresh < 0 || fresh > rows.size()) {
      throw new IllegalStateException("wrote " + counted + " for " + rows.size() + " signals");
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
        rows.stream().map(SignalRow::codeIndex).limit(SignalsKept.SAMPLES).toList());
  }

  /// What a shopper is told of a code, of rules that speak of a copy; at most one a rule. Kept for
  /// two seconds, so that a code everybody asks for costs one read.
  List<Suspicion> told(long index) {
    return told.get(
        index,
        _ ->
            mapper.ofCode(index).stream()
                .filter(row -> book.words(row.rule()).onPage())
                .map(words::suspicion)
                .toList());
  }

  /// What a rule saw of the codes first…last (indexes, inclusive) in a time, in their order.
  public List<Suspicion> ofRange(Reach reach, int limit) {
    return mapper.ofRange(reach, limit).stream().map(words::suspicion).toList();
  }

  /// Notes that a person found nothing wrong with what a rule saw there and then: nobody is told of
  /// it any more, and what the rule sees of these codes later is counted but not told.
  ///
  /// @return of how many codes
  @Transactional
  public int dismiss(Reach reach, Instant at) {
    return mapper.dismiss(reach, at);
  }

  /// One rule on some codes in some time.
  ///
  /// @param first index of a code
  /// @param last index of a code, inclusive
  /// @param to inclusive
  public record Reach(CloneRule rule, long first, long last, Instant from, Instant to) {}
}
