package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which codes of a batch each device read lately, in the memory of this instance and bounded.
///
/// Each instance sees the visits it applies, and forgets them when it stops: with n instances a
/// device is noticed after up to n times as many codes (docs/decisions/0092).
final class DeviceTrails {
  private static final int MOST_TRAILS = 100_000;

  private final List<CloneThreshold> lines;
  private final Cache<Key, Trail> trails;

  private record Key(Device device, BatchId batch) {}

  DeviceTrails(CloneRuleBook book) {
    this.lines = book.thresholds(CloneRule.ONE_DEVICE_MANY_CODES);
    Duration longest =
        lines.stream().map(CloneThreshold::window).max(Duration::compareTo).orElseThrow();
    this.trails = Caffeine.newBuilder().maximumSize(MOST_TRAILS).expireAfterAccess(longest).build();
  }

  /// For the visits of one transaction.
  Notes notes() {
    return new Notes();
  }

  /// What one transaction adds, beside what is remembered until it has committed. Not safe for
  /// several threads.
  final class Notes {
    private final Map<Key, Draft> drafts = new HashMap<>();

    /// @param before what was remembered when this transaction looked
    private record Draft(@Nullable Trail before, Trail trail) {}

    /// Notes that a device read a code. At the threshold every code of the trail is a hit, after it
    /// each further one.
    List<Signal> note(BatchId batch, ScanEvent event) {
      Trail trail = drafts.computeIfAbsent(new Key(event.device(), batch), this::draft).trail();
      trail.add(event.index(), event.at().getEpochSecond());
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

    /// After the commit.
    void keep() {
      drafts.forEach((key, draft) ->
          trails
              .asMap()
              .compute(
                  key,
                  (_, now) ->
                      now == null || now == draft.before()
                          ? draft.trail()
                          : now.with(draft.trail())));
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
