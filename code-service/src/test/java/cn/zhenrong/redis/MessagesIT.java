package cn.zhenrong.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

@ServiceTest
class MessagesIT {
  @Autowired RedisConnectionFactory connections;
  @Autowired StringRedisTemplate redis;

  private final String channel = "test" + System.nanoTime();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger missed = new AtomicInteger();
  private Messages messages;

  @BeforeEach
  void listening() {
    messages = new Messages(connections, redis);
    messages.hear(
        channel,
        body -> heard.add(new String(body, StandardCharsets.UTF_8)),
        missed::incrementAndGet);
    awaitPulse();
  }

  @AfterEach
  void end() throws Exception {
    messages.destroy();
  }

  @Test
  void whatIsToldIsHeard() {
    messages.tell(channel, "one".getBytes(StandardCharsets.UTF_8));
    Patience.until("one is heard", () -> heard.equals(List.of("one")));
  }

  /// The client keeps a connection alive that it knows to be broken; this one is gone for good, as
  /// after a pause of the application or behind a firewall that forgot it.
  @Test
  void aConnectionThatIsSilentForGoodIsReplaced() {
    int before = missed.get();
    LettuceConnectionFactory lettuce = (LettuceConnectionFactory) connections;
    lettuce.stop();
    lettuce.start();
    Patience.until("nothing arrives", () -> !messages.hearing());
    awaitPulse();
    assertThat(missed.get()).as("whoever listens knows of the gap").isGreaterThan(before);
    messages.tell(channel, "two".getBytes(StandardCharsets.UTF_8));
    Patience.until("two is heard", () -> heard.equals(List.of("two")));
  }

  /// The clock of the service calls it each second.
  private void awaitPulse() {
    Patience.until(
        "messages arrive",
        () -> {
          messages.listen();
          return messages.hearing();
        });
  }
}
