package cn.zhenrong.redis;

import org.springframework.stereotype.Component;

/// Makes caches that all instances keep in step.
@Component
public class Sharing {
  private final Messages messages;
  private final SecondLevel second;
  private final Loads loads;

  Sharing(Messages messages, SecondLevel second, Loads loads) {
    this.messages = messages;
    this.second = second;
    this.loads = loads;
  }

  /// A cache in memory with Redis behind it.
  public <K, V> TwoLevels<K, V> cache(TwoLevels.Kind<K, V> kind) {
    return new TwoLevels<>(messages, second, loads, kind);
  }

  /// Values in Redis only.
  public <K, V> Far<K, V> far(Far.Kind<K, V> kind) {
    return new Far<>(messages, second, kind);
  }
}
