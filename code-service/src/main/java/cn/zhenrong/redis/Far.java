package cn.zhenrong.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values of one kind in Redis, so that several instances read the store once between them. While
/// Redis is away it is left out, not waited for.
///
/// @param <K> key
/// @param <V> value, immutable
public final class Far<K, V> {
  private final Messages messages;
  private final SecondLevel second;
  private final Kind<K, V> kind;
  private final String prefix;

  /// What is kept.
  ///
  /// @param name of the keys; with a version, to be raised when the bytes mean something else
  /// @param life how long a value is kept; nobody takes it back for whom Redis was away when it
  ///   changed
  /// @param text a key as text
  /// @param bytes a value as bytes, and back
  public record Kind<K, V>(String name, Duration life, Function<K, String> text, Bytes<V> bytes) {}

  /// A value as bytes, and back.
  public record Bytes<V>(Function<V, byte[]> write, Function<byte[], V> read) {}

  Far(Messages messages, SecondLevel second, Installation installation, Kind<K, V> kind) {
    this.prefix = "zhenrong:" + installation.name() + ":" + kind.name() + ":";
    this.messages = messages;
    this.second = second;
    this.kind = kind;
  }

  /// The value in Redis, or what `load` reads from the store, which is put there.
  public V get(K key, Function<K, V> load) {
    if (!messages.hearing()) {
      return load.apply(key);
    }
    String far = key(key);
    SecondLevel.Found found = second.find(far);
    V known = found.value() == null ? null : read(found.value());
    if (known != null) {
      return known;
    }
    V value = load.apply(key);
    if (found.generation() != null) {
      second.put(far, found.generation(), kind.bytes().write().apply(value), kind.life());
    }
    return value;
  }

  void drop(Collection<K> keys) {
    if (messages.hearing()) {
      List<String> far = keys.stream().map(this::key).toList();
      second.drop(far, kind.life());
    }
  }

  private String key(K key) {
    return prefix + kind.text().apply(key);
  }

  /// What another version wrote may not be readable; the store is.
  private @Nullable V read(byte[] bytes) {
    try {
      return kind.bytes().read().apply(bytes);
    } catch (RuntimeException e) {
      return null;
    }
  }
}
