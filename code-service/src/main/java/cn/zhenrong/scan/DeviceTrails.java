package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Which codes of a batch each device read lately, in the memory of this instance and bounded.
///
/// Each instance sees the visits it applies, and forgets them when it stops: with n instances a
/// device is noticed after up to n times as many codes (docs/decisions/0092).
final class DeviceTrails {
  /// The most codes remembered of one device and batch.
  static final int MOST_CODES = 1000;

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

  /// Notes that a device read a code. At the threshold every code of the trail is a hit, after it
  /// each further one.
  List<Signal> note(BatchId batch, ScanEvent event) {
    Trail trail = trails.get(new Key(event.device(), batch), _ -> new Trail());
    synchronized (trail) {
      trail.add(event.index(), event.at().getEpochSecond());
      return lines.stream()
          .map(line -> hits(line, trail, batch, event))
          .filter(hits -> !hits.isEmpty())
          .findFirst()
          .orElse(List.of());
    }
  }

  private static List<Signal> hits(
      CloneThreshold line, Trail trail, BatchId batch, ScanEvent event) {
    long[] codes = trail.since(event.at().minus(line.window()).getEpochSecond());
    if (codes.length < line.count()) {
      return List.of();
    }
    LongStream hit =
        codes.length == line.count() ? Arrays.stream(codes) : LongStream.of(event.index());
    long places = event.province() == null ? 0 : ProvinceSet.bits(List.of(event.province()));
    Instant at = event.at();
    return hit.mapToObj(code ->
            new Signal(CloneRule.ONE_DEVICE_MANY_CODES, code, batch, at, at, codes.length, places))
        .toList();
  }

  /// Codes and when they were read last, in two plain arrays: there are many trails, most of one
  /// code.
  private static final class Trail {
    private long[] codes = new long[1];
    private long[] seconds = new long[1];
    private int size;

    void add(long code, long second) {
      int place = IntStream.range(0, size).filter(i -> codes[i] == code).findFirst().orElse(size);
      if (place == MOST_CODES) {
        place = oldest();
      }
      if (place == codes.length) {
        codes = Arrays.copyOf(codes, Math.min(MOST_CODES, size * 2));
        seconds = Arrays.copyOf(seconds, codes.length);
      }
      codes[place] = code;
      seconds[place] = place < size ? Math.max(seconds[place], second) : second;
      size = Math.max(size, place + 1);
    }

    long[] since(long second) {
      return IntStream.range(0, size)
          .filter(i -> seconds[i] >= second)
          .mapToLong(i -> codes[i])
          .toArray();
    }

    private int oldest() {
      return IntStream.range(0, size)
          .reduce((a, b) -> seconds[a] <= seconds[b] ? a : b)
          .orElseThrow();
    }
  }
}
