package cn.zhenrong.redis;

import org.springframework.stereotype.Component;

/// Makes caches that all instances keep in step.
@Component
public class Sharing {
  private final Messages messages;
  private final SecondLevel second;
  private final Loads loads;
  private final Installation installation;

  Sharing(Messages messages, SecondLevel second, Loads loads, Installation installation) {
    this.installation = installation;
    this.messages = messages;
    this.second = second;
    this.loads = loads;
  }

  /// A cache in memory with Redis behind it.
  public <K, V> TwoLevels<K, V> cache(TwoLevels.Kind<K, V> kind) {
    return new TwoLevels<>(messages, far(kind.far()), loads, kind);
  }

  /// Values in Redis only.
  public <K, V> Far<K, V> far(Far.Kind<K, V> kind) {
    return new Far<>(messages, second, installation, kind);
  }
}
