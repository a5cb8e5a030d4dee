package cn.zhenrong.lifecycle;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells the other instances through Redis that holds changed, and hears when theirs did.
///
/// A message carries nothing to believe: whoever hears it reads the store. So a lost message costs
/// seconds ([Holds] reads by itself), and a forged one costs a query.
@Component
class HoldMessages implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(HoldMessages.class);
  private static final ChannelTopic CHANNEL = ChannelTopic.of("zhenrong:holds");

  private final StringRedisTemplate redis;
  private final Holds holds;
  private final RedisMessageListenerContainer listening = new RedisMessageListenerContainer();

  HoldMessages(RedisConnectionFactory connections, StringRedisTemplate redis, Holds holds) {
    this.redis = redis;
    this.holds = holds;
    listening.setConnectionFactory(connections);
    listening.addMessageListener((message, pattern) -> holds.readIfPossible(), CHANNEL);
    listening.afterPropertiesSet();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void tell(HoldsChanged event) {
    try {
      redis.convertAndSend(CHANNEL.getTopic(), Long.toString(event.hold()));
    } catch (DataAccessException e) {
      LOG.info("Redis is away: other instances see hold {} within seconds", event.hold());
    }
  }

  /// The service must start without Redis, so listening starts beside it and is tried again. Once
  /// it stands, the client keeps it alive through outages.
  @Scheduled(fixedDelayString = "PT2S")
  void listen() {
    if (listening.isListening()) {
      return;
    }
    try {
      listening.stop();
      listening.start();
      holds.readIfPossible();
    } catch (RuntimeException e) {
      LOG.debug("Redis is away: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void destroy() throws Exception {
    listening.destroy();
  }
}
