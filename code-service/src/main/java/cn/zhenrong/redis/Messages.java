package cn.zhenrong.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells all instances through Redis that something changed, and hears what they tell, its own
/// words included.
///
/// Nearly all messages carry nothing to believe: whoever hears one reads the store. So a lost one
/// costs seconds, and a forged one a query; the one kind that is believed decides nothing
/// (docs/decisions/0113). Messages do get lost while Redis is away; whether they arrive is known
/// from a pulse that every instance sends and hears each second. A message that could not be sent
/// is made good later: everybody is told to read everything anew.
@Component
public class Messages implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
  private static final String PULSE = "zhenrong:pulse";
  private static final String ANYTHING = "zhenrong:anything";
  private static final Duration SILENCE = Duration.ofSeconds(3);

  /// So long a new connection may take to bring the first pulse.
  private static final Duration SETTLING = Duration.ofSeconds(5);

  private final StringRedisTemplate redis;
  private final RedisMessageListenerContainer listening = new RedisMessageListenerContainer();
  private final List<Runnable> missed = new CopyOnWriteArrayList<>();
  private final AtomicBoolean owing = new AtomicBoolean();
  private volatile boolean closing;

  /// Whether Redis took our last pulse.
  private volatile boolean taken;

  private volatile long listeningSince = System.nanoTime();
  private volatile long lastPulse = System.nanoTime() - SILENCE.toNanos() - 1;

  Messages(RedisConnectionFactory connections, StringRedisTemplate redis) {
    this.redis = redis;
    listening.setConnectionFactory(connections);
    listening.addMessageListener((_, _) -> pulse(), ChannelTopic.of(PULSE));
    listening.addMessageListener(
        (_, _) -> missed.forEach(Runnable::run), ChannelTopic.of(ANYTHING));
    listening.afterPropertiesSet();
  }

  /// Listens on a channel.
  ///
  /// @param reader gets the body of each message, of several at the same time
  /// @param unheard runs when messages may have been lost: at the first connection, and after Redis
  ///   was away
  public void hear(String channel, Consumer<byte[]> reader, Runnable unheard) {
    listening.addMessageListener(
        (message, _) -> reader.accept(message.getBody()), ChannelTopic.of(channel));
    missed.add(unheard);
  }

  /// Tells everybody. What Redis does not take now is made good when it is back.
  public void tell(String channel, byte[] body) {
    // While nothing arrives nobody waits for a time-out, least of all whoever just committed.
    if (!hearing() || !sent(channel, body)) {
      LOG.debug("Redis is away: {} is told later", channel);
      owing.set(true);
    }
  }

  /// Tells whoever hears it now; what Redis does not take is not made good.
  public void mention(String channel, byte[] body) {
    if (hearing() && !sent(channel, body)) {
      LOG.debug("Redis is away: {} is not told", channel);
    }
  }

  private boolean sent(String channel, byte[] body) {
    try {
      byte[] name = channel.getBytes(StandardCharsets.US_ASCII);
      redis.execute((RedisCallback<Long>) connection -> connection.publish(name, body));
      return true;
    } catch (DataAccessException | IllegalStateException e) {
      // The connections are taken away first when the service stops.
      return false;
    }
  }

  /// Whether messages arrive now. While they do not, what is kept in memory may be out of date.
  public boolean hearing() {
    return System.nanoTime() - lastPulse < SILENCE.toNanos();
  }

  /// The service must start without Redis, so listening starts beside it and is tried again. The
  /// client keeps a connection alive through outages it notices; one that stays silent while Redis
  /// takes our pulses is replaced, or this instance would be deaf for good.
  @Scheduled(fixedDelayString = "PT1S")
  void listen() {
    try {
      if (!closing && (!listening.isListening() || taken && isSilent())) {
        listeningSince = System.nanoTime();
        stop();
        listening.start();
      }
    } catch (RuntimeException e) {
      LOG.debug("Redis is away: {}", e.getClass().getSimpleName());
    }
    taken = sent(PULSE, new byte[0]);
    if (taken && owing.getAndSet(false) && !sent(ANYTHING, new byte[0])) {
      owing.set(true);
    }
  }

  /// A connection that is gone may refuse to be given up.
  private void stop() {
    try {
      listening.stop();
    } catch (RuntimeException e) {
      LOG.debug("a broken connection: {}", e.getClass().getSimpleName());
    }
  }

  private boolean isSilent() {
    return !hearing() && System.nanoTime() - listeningSince > SETTLING.toNanos();
  }

  private void pulse() {
    boolean deaf = !hearing();
    lastPulse = System.nanoTime();
    if (deaf) {
      missed.forEach(Runnable::run);
    }
  }

  /// Before the connections are taken away, which is long before beans are destroyed.
  @EventListener(ContextClosedEvent.class)
  void close() {
    closing = true;
    listening.stop();
  }

  @Override
  public void destroy() throws Exception {
    listening.destroy();
  }
}
