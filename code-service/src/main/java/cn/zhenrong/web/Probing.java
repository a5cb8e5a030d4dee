package cn.zhenrong.web;

import cn.zhenrong.scan.NetworkKeys;
import cn.zhenrong.scan.ProbingSeen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells the rest of the service who was sent to the slow lane, beside the requests and no more
/// than so many at a time: whoever makes up devices must not make up alerts at the same pace.
@Component
class Probing {
  private static final Logger LOG = LoggerFactory.getLogger(Probing.class);
  private static final int MOST_WAITING = 16;

  private final BlockingQueue<Seen> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final ApplicationEventPublisher events;
  private final NetworkKeys keys;
  private final Duration window;
  private final Clock clock;

  Probing(ApplicationEventPublisher events, NetworkKeys keys, LimitSettings settings, Clock clock) {
    this.events = events;
    this.keys = keys;
    this.window = settings.slow().window();
    this.clock = clock;
  }

  private record Seen(long prefix, long invalid, Instant since) {}

  /// @param invalid codes within a window
  void seen(long prefix, long invalid) {
    if (!waiting.offer(new Seen(prefix, invalid, clock.instant().minus(window)))) {
      LOG.debug("more probing than is told");
    }
  }

  @Scheduled(fixedDelayString = "PT1S")
  void tell() {
    List<Seen> all = new ArrayList<>();
    waiting.drainTo(all);
    for (Seen seen : all) {
      try {
        events.publishEvent(new ProbingSeen(keys.key(seen.prefix()), seen.invalid(), seen.since()));
      } catch (RuntimeException e) {
        LOG.warn("probing was not noted: {}", e.getClass().getSimpleName());
      }
    }
  }
}
