package cn.zhenrong.redis;

import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.stereotype.Component;

/// Makes caches that all instances keep in step.
@Component
public class Sharing {
  private final Messages messages;
  private final SecondLevel second;
  private final Loads loads;
  private final Installation installation;
  private final Ticker ticker;

  Sharing(
      Messages messages,
      SecondLevel second,
      Loads loads,
      Installation installation,
      Ticker ticker) {
    this.installation = installation;
    this.ticker = ticker;
    this.messages = messages;
    this.second = second;
    this.loads = loads;
  }

  /// A cache in memory with Redis behind it.
  public <K, V> TwoLevels<K, V> cache(TwoLevels.Kind<K, V> kind) {
    return new TwoLevels<>(messages, far(kind.far()), loads, ticker, kind);
  }

  /// Values in Redis only.
  public <K, V> Far<K, V> far(Far.Kind<K, V> kind) {
    return new Far<>(messages, second, installation, kind);
  }
}
