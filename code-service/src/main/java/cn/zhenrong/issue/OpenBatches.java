package cn.zhenrong.issue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Batches in memory, found by id or by an index in their range. Only sealed batches are kept:
/// nothing about them changes again but their status, which may be behind the store's.
///
/// The cache bounds how many there are and the sorted map finds the range; what the cache lets go
/// leaves the map too.
@Component
class OpenBatches {
  private static final int MOST = 100_000;
  private static final Duration ABSENT = Duration.ofSeconds(2);

  private final ConcurrentSkipListMap<Long, Batch> byFirst = new ConcurrentSkipListMap<>();
  private final Cache<BatchId, Batch> byId =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .executor(Runnable::run)
          .evictionListener(
              (@Nullable BatchId id, @Nullable Batch batch, RemovalCause cause) -> forget(batch))
          .build();
  private final Cache<Long, Boolean> absent =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .executor(Runnable::run)
          .expireAfterWrite(ABSENT)
          .build();

  Optional<Batch> byId(BatchId id) {
    return Optional.ofNullable(byId.getIfPresent(id));
  }

  Optional<Batch> holding(long index) {
    Map.Entry<Long, Batch> floor = byFirst.floorEntry(index);
    if (floor == null || !floor.getValue().holds(index)) {
      return Optional.empty();
    }
    // Reading it by id keeps a batch in use from being evicted.
    return byId(floor.getValue().id());
  }

  /// Keeps a batch if it is sealed.
  Batch kept(Batch batch) {
    if (batch.status().isSealed()) {
      byFirst.put(batch.first(), batch);
      byId.put(batch.id(), batch);
    }
    return batch;
  }

  /// Lets go of a batch whose row was changed by hand.
  void drop(BatchId id) {
    byId(id).ifPresent(this::forget);
    byId.invalidate(id);
  }

  /// Whether an index was looked for in the store a moment ago and not found.
  boolean isAbsent(long index) {
    return absent.getIfPresent(index) != null;
  }

  void noteAbsent(long index) {
    absent.put(index, true);
  }

  private void forget(@Nullable Batch batch) {
    if (batch != null) {
      byFirst.remove(batch.first());
    }
  }
}
