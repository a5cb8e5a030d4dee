package cn.zhenrong.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// A cache in memory, with Redis behind it and the store behind that. Values that changed are
/// dropped everywhere by a message; one that was lost costs half a minute, for nothing is believed
/// longer without asking again, Redis included. With the store away or too slow, what was known is
/// still told: whether it may still be shown is for the asker to judge ([Told#isCurrent]).
///
/// @param <K> key; its text has no comma
/// @param <V> value, immutable
public final class TwoLevels<K, V> {
  static final Duration TRUSTED = Duration.ofSeconds(20);
  static final Duration SOON = Duration.ofSeconds(13);
  static final Duration ALONE = Duration.ofSeconds(10);

  /// Short, because nobody takes a value back for whom Redis was away when it changed.
  static final Duration FAR = Duration.ofSeconds(10);

  private final Messages messages;
  private final Loads loads;
  private final Ticker ticker;
  private final Kind<K, V> kind;
  private final Far<K, V> far;
  private final Cache<K, Told<V>> near;
  private final ConcurrentMap<K, CompletableFuture<Told<V>>> loading = new ConcurrentHashMap<>();

  /// What was read before is read again, and told meanwhile only if it cannot be.
  private volatile long unheardAt;

  /// A value, and since when it is known by this ticker.
  public record Told<V>(V value, long since, Ticker ticker) {
    /// Whether it is at most half a minute old.
    public boolean isCurrent() {
      return ticker.read() - since < TRUSTED.toNanos();
    }
  }

  /// What is kept.
  ///
  /// @param name of the keys in Redis and of the channel; with a version, to be raised when the
  ///   bytes mean something else
  /// @param most entries in memory
  /// @param text a key as text, and back
  /// @param bytes a value as bytes, and back
  /// @param load reads the store
  public record Kind<K, V>(
      String name, long most, Text<K> text, Far.Bytes<V> bytes, Function<K, V> load) {

    Far.Kind<K, V> far() {
      return new Far.Kind<>(name, FAR, text.write(), bytes);
    }
  }

  /// A key as text, and back.
  public record Text<K>(Function<K, String> write, Function<String, K> read) {}

  TwoLevels(Messages messages, Far<K, V> far, Loads loads, Ticker ticker, Kind<K, V> kind) {
    this.messages = messages;
    this.loads = loads;
    this.ticker = ticker;
    this.unheardAt = ticker.read();
    this.kind = kind;
    this.far = far;
    // Keeping order in it takes microseconds now and then; waking another thread for it takes more.
    this.near = Caffeine.newBuilder().maximumSize(kind.most()).executor(Runnable::run).build();
    messages.hear(channel(), this::heard, () -> unheardAt = ticker.read());
  }

  /// The value, from wherever it is nearest.
  ///
  /// @throws DataAccessException if the store is away and nothing is known
  public Told<V> get(K key) {
    Told<V> kept = near.getIfPresent(key);
    long age = kept == null ? Long.MAX_VALUE : ticker.read() - kept.since();
    if (kept != null && age < trusted() && kept.since() - unheardAt > 0) {
      if (age > SOON.toNanos()) {
        begin(key);
      }
      return kept;
    }
    return load(key, kept);
  }

  /// What is in memory, whatever its age. Waits for nobody.
  public Optional<V> remembered(K key) {
    return Optional.ofNullable(near.getIfPresent(key)).map(Told::value);
  }

  /// Drops values that changed, here and everywhere. To be called after the commit.
  public void drop(Collection<K> keys) {
    if (keys.isEmpty()) {
      return;
    }
    far.drop(keys);
    keys.forEach(this::forget);
    String texts = keys.stream().map(kind.text().write()).collect(Collectors.joining(","));
    messages.tell(channel(), texts.getBytes(StandardCharsets.UTF_8));
  }

  private long trusted() {
    return (messages.hearing() ? TRUSTED : ALONE).toNanos();
  }

  private Told<V> load(K key, @Nullable Told<V> old) {
    try {
      return Loads.await(begin(key));
    } catch (DataAccessException | TransactionException e) {
      if (old != null) {
        return old;
      }
      throw e;
    }
  }

  /// Everybody who wants the same value waits for the same reading.
  private CompletableFuture<Told<V>> begin(K key) {
    CompletableFuture<Told<V>> mine = new CompletableFuture<>();
    CompletableFuture<Told<V>> theirs = loading.putIfAbsent(key, mine);
    if (theirs != null) {
      return theirs;
    }
    loads
        .begin(() -> far.get(key, kind.load()))
        .whenComplete((value, failure) -> end(key, mine, value, failure));
    return mine;
  }

  /// Keeps what was read, unless it was dropped meanwhile.
  private void end(
      K key, CompletableFuture<Told<V>> mine, @Nullable V value, @Nullable Throwable failure) {
    Told<V> told = value == null ? null : new Told<>(value, ticker.read(), ticker);
    loading.computeIfPresent(
        key,
        (_, current) -> {
          if (current != mine) {
            return current;
          }
          if (told != null) {
            near.put(key, told);
          }
          return null;
        });
    if (failure != null) {
      mine.completeExceptionally(failure);
    } else {
      mine.complete(told);
    }
  }

  private void heard(byte[] body) {
    String texts = new String(body, StandardCharsets.UTF_8);
    Arrays.stream(texts.split(",", -1)).map(kind.text().read()).forEach(this::forget);
  }

  /// A reading that began before the change is not kept.
  private void forget(K key) {
    loading.compute(
        key,
        (_, _) -> {
          near.invalidate(key);
          return null;
        });
  }

  private String channel() {
    return "zhenrong:" + kind.name();
  }
}
