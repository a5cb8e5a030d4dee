package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.scan.TrailMessages.Reading;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which codes of a batch each device read lately, in the memory of this instance and bounded.
///
/// Each instance sees the visits it applies, and hears from the others about devices that read
/// several codes there; so all count together, and each tells of the codes it applied itself
/// (docs/decisions/0092, 0113).
final class DeviceTrails {
  /// Nearly all trails are of one code; one weighs as much as eight codes more.
  private static final int MOST_CODES = 1_000_000;

  private static final int EMPTY_TRAIL = 8;

  /// So many instances see a device at its threshold, if each applies as many of its visits.
  private static final int INSTANCES = 12;

  /// Nearly every device reads one code of a batch, and nobody hears of it.
  private static final int LEAST_SHARED = 2;

  private final List<CloneThreshold> lines;
  private final Cache<Key, Trail> trails;
  private final int shared;
  private final Consumer<List<Reading>> telling;

  private record Key(Device device, BatchId batch) {}

  /// @param telling hears, after each commit, what other instances should
  DeviceTrails(CloneRuleBook book, Consumer<List<Reading>> telling) {
    this.telling = telling;
    this.lines = book.thresholds(CloneRule.ONE_DEVICE_MANY_CODES);
    Duration longest =
        lines.stream().map(CloneThreshold::window).max(Duration::compareTo).orElseThrow();
    int least = lines.stream().mapToInt(CloneThreshold::count).min().orElseThrow();
    this.shared = Math.max(LEAST_SHARED, least / INSTANCES);
    this.trails =
        Caffeine.newBuilder()
            .maximumWeight(MOST_CODES)
            .weigher((Key _, Trail trail) -> EMPTY_TRAIL + trail.size())
            .expireAfterAccess(longest)
            .build();
  }

  /// What an instance told, this one included.
  void heard(List<Reading> readings) {
    readings.stream()
        .collect(Collectors.groupingBy(one -> new Key(one.device(), one.batch())))
        .forEach((key, some) ->
            trails
                .asMap()
                .compute(key, (_, now) -> (now == null ? new Trail() : now).withOthers(some)));
  }

  /// For the visits of one transaction.
  Notes notes() {
    return new Notes();
  }

  /// What one transaction adds, beside what is remembered until it has committed. Not safe for
  /// several threads.
  final class Notes {
    private final Map<Key, Draft> drafts = new HashMap<>();
    private final List<Reading> news = new ArrayList<>();

    /// @param before what was remembered when this transaction looked
    private record Draft(@Nullable Trail before, Trail trail) {}

    /// Notes that a device read a code. At the threshold every code of the trail is a hit, after it
    /// each further one.
    List<Signal> note(BatchId batch, ScanEvent event) {
      Draft draft = drafts.computeIfAbsent(new Key(event.device(), batch), this::draft);
      Trail trail = draft.trail();
      long second = event.at().getEpochSecond();
      trail.add(event.index(), second);
      if (trail.isShared()) {
        news.add(new Reading(event.device(), batch, event.index(), second));
      }
      return lines.stream()
          .map(line -> hits(line, trail, batch, event))
          .filter(hits -> !hits.isEmpty())
          .findFirst()
          .orElse(List.of());
    }

    private Draft draft(Key key) {
      Trail before = trails.getIfPresent(key);
      return new Draft(before, before == null ? new Trail() : before.copy());
    }

    /// After the commit. Of a trail that has become long enough, here or by what others told, they
    /// hear all of it.
    void keep() {
      drafts.forEach((key, draft) -> {
        Trail trail = draft.trail();
        if (trail.size() >= shared && !trail.isShared()) {
          trail.share();
          news.addAll(trail.readings(key.device(), key.batch()));
        }
      });
      drafts.forEach((key, draft) ->
          trails
              .asMap()
              .compute(
                  key,
                  (_, now) ->
                      now == null || now == draft.before()
                          ? draft.trail()
                          : now.with(draft.trail())));
      if (!news.isEmpty()) {
        telling.accept(news);
      }
    }
  }

  private static List<Signal> hits(
      CloneThreshold line, Trail trail, BatchId batch, ScanEvent event) {
    int seen = trail.countSince(event.at().minus(line.window()).getEpochSecond());
    if (seen < line.count()) {
      return List.of();
    }
    long places = event.province() == null ? 0 : ProvinceSet.bits(List.of(event.province()));
    Instant at = event.at();
    return Arrays.stream(trail.told(event.index(), at.minus(line.window()).getEpochSecond()))
        .mapToObj(
            code -> new Signal(CloneRule.ONE_DEVICE_MANY_CODES, code, batch, at, at, seen, places))
        .toList();
  }
}
