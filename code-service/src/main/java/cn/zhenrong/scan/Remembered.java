package cn.zhenrong.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What was read from the store, kept in memory by number. Many who ask for the same read once.
/// While the store is away, the old answer goes on being given and one asker a second tries.
///
/// @param <T> what is kept
final class Remembered<T> {
  private static final long AGAIN_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long NEVER = 0;

  private final Cache<Long, Held<T>> cache;
  private final LongFunction<T> reading;
  private final LongPredicate trusted;
  private final AtomicLong failedAt = new AtomicLong(NEVER);

  /// @param most of all weights together
  /// @param trusted whether what was read at this time (of [System#nanoTime]) need not be read
  ///   again
  Remembered(long most, ToIntFunction<T> weight, LongFunction<T> reading, LongPredicate trusted) {
    this.reading = reading;
    this.trusted = trusted;
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(most)
            .executor(Runnable::run)
            .weigher((Long _, Held<T> held) -> held.isRead() ? weight.applyAsInt(held.value()) : 1)
            .build();
  }

  /// A reading, under way or done, and the one before it as long as this one may fail.
  private static final class Held<T> {
    private final long readAt = System.nanoTime();
    private final CompletableFuture<T> value = new CompletableFuture<>();
    private volatile @Nullable Held<T> before;

    Held(@Nullable Held<T> before) {
      this.before = before;
    }

    boolean isRead() {
      return value.isDone() && !value.isCompletedExceptionally();
    }

    T value() {
      return value.join();
    }

    /// This reading or the one before it, whichever is done.
    @Nullable Held<T> known() {
      return isRead() ? this : before;
    }
  }

  /// @throws RuntimeException what the reading throws, if nothing is known
  T get(long key) {
    Held<T> held = cache.getIfPresent(key);
    if (held != null && held.isRead() && trusted.test(held.readAt)) {
      return held.value();
    }
    Held<T> known = held == null ? null : held.known();
    if (known != null && isAway()) {
      return known.value();
    }
    try {
      return held != null && !held.isRead() && trusted.test(held.readAt)
          ? held.value()
          : read(key, held, known);
    } catch (CompletionException e) {
      if (known != null) {
        return known.value();
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /// What is kept of this number is out of date.
  void forget(long key) {
    cache.asMap().remove(key);
  }

  /// Changes what is kept of this number, if anything is.
  void change(long key, Consumer<T> change) {
    Held<T> held = cache.getIfPresent(key);
    if (held != null && held.isRead()) {
      change.accept(held.value());
    } else if (held != null) {
      // Whether the reading sees the change or not is not known.
      forget(key);
    }
  }

  private T read(long key, @Nullable Held<T> held, @Nullable Held<T> known) {
    Held<T> mine = new Held<>(known);
    boolean first =
        held == null
            ? cache.asMap().putIfAbsent(key, mine) == null
            : cache.asMap().replace(key, held, mine);
    if (!first) {
      Held<T> other = cache.getIfPresent(key);
      if (other != null) {
        return other.value();
      }
    }
    try {
      mine.value.complete(reading.apply(key));
    } catch (RuntimeException e) {
      failedAt.set(System.nanoTime() | 1);
      mine.value.completeExceptionally(e);
      if (known == null) {
        cache.asMap().remove(key, mine);
      } else {
        cache.asMap().replace(key, mine, known);
      }
      return mine.value();
    }
    failedAt.set(NEVER);
    mine.before = null;
    // Weighed again, now that it is read.
    cache.asMap().replace(key, mine, mine);
    return mine.value();
  }

  /// Whether the store was away a moment ago; false for one asker a second, who is to try.
  private boolean isAway() {
    long failed = failedAt.get();
    long now = System.nanoTime();
    return failed != NEVER
        && (now - failed < AGAIN_NANOS || !failedAt.compareAndSet(failed, now | 1));
  }
}
