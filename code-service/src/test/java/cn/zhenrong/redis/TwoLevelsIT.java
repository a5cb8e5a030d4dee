package cn.zhenrong.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.ServiceTest;
import cn.zhenrong.testing.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Two instances with one store behind them, which here is a map that counts how often it is read.
@ServiceTest
class TwoLevelsIT {
  @Autowired RedisConnectionFactory connections;
  @Autowired StringRedisTemplate redis;
  @Autowired Installation installation;

  private final Map<String, String> store = new ConcurrentHashMap<>(Map.of("a", "1"));
  private final AtomicInteger readings = new AtomicInteger();
  private final String name = "test" + System.nanoTime();
  private final Loads loads = new Loads();
  private Messages hereMessages;
  private Messages thereMessages;
  private TwoLevels<String, String> here;
  private TwoLevels<String, String> there;
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private final AtomicLong moved = new AtomicLong();
  private volatile boolean away;

  @BeforeEach
  void twoInstances() {
    hereMessages = new Messages(connections, redis);
    thereMessages = new Messages(connections, redis);
    here = cache(hereMessages);
    there = cache(thereMessages);
    Patience.until("both hear", this::bothHear);
  }

  @AfterEach
  void end() throws Exception {
    hereMessages.destroy();
    thereMessages.destroy();
  }

  @Test
  void oneInstanceReadsForBoth() {
    assertThat(here.get("a").value()).isEqualTo("1");
    assertThat(there.get("a").value()).isEqualTo("1");
    assertThat(here.get("a").value()).isEqualTo("1");
    assertThat(readings).hasValue(1);
  }

  /// Another installation may have the same Redis and the same numbers.
  @Test
  void whatIsInRedisCarriesTheNameOfTheInstallation() {
    here.get("a").value();
    assertThat(redis.keys(far())).hasSize(1);
    assertThat(redis.keys("*" + name + ":*")).hasSize(1);
  }

  @Test
  void aChangeShowsAtTheOtherWithinTwoSeconds() {
    assertThat(here.get("a").value()).isEqualTo("1");
    assertThat(there.get("a").value()).isEqualTo("1");
    store.put("a", "2");
    here.drop(List.of("a"));
    assertThat(here.get("a").value()).isEqualTo("2");
    Patience.until("shown", Duration.ofSeconds(2), () -> there.get("a").value().equals("2"));
  }

  @Test
  void whatWasReadBeforeAChangeIsKeptNowhereAfterIt() throws InterruptedException {
    gate = new CountDownLatch(1);
    Thread slow = Thread.ofVirtual().start(() -> assertThat(there.get("a").value()).isEqualTo("1"));
    Patience.until("it has read", () -> readings.get() == 1);
    store.put("a", "2");
    here.drop(List.of("a"));
    gate.countDown();
    slow.join();
    assertThat(here.get("a").value()).isEqualTo("2");
    Patience.until("shown", Duration.ofSeconds(2), () -> there.get("a").value().equals("2"));
  }

  @Test
  void withoutRedisTheStoreIsAsked() {
    Stores.running().redis().stop();
    try {
      Patience.until("deaf", () -> !hereMessages.hearing());
      assertThat(here.get("a").value()).isEqualTo("1");
      store.put("a", "2");
      here.drop(List.of("a"));
      assertThat(here.get("a").value()).isEqualTo("2");
    } finally {
      Stores.running().redis().startAgain();
    }
    Patience.until("both hear again", this::bothHear);
  }

  @Test
  void aWordThatRedisDidNotTakeIsMadeGoodWhenItIsBack() {
    assertThat(there.get("a").value()).isEqualTo("1");
    Stores.running().redis().stop();
    try {
      Patience.until("deaf", () -> !hereMessages.hearing());
      store.put("a", "2");
      here.drop(List.of("a"));
    } finally {
      Stores.running().redis().startAgain();
    }
    Patience.until("Redis is back and has let go of the old value", this::letGo);
    Patience.until("both hear again", this::bothHear);
    Patience.until("shown", Duration.ofSeconds(2), () -> there.get("a").value().equals("2"));
  }

  /// Nothing tells of the change: neither level believes what it keeps for longer than its age.
  @Test
  void aChangeNobodyToldOfShowsWhenTheAgesAreOver() {
    assertThat(here.get("a").value()).isEqualTo("1");
    assertThat(redis.getExpire(far(), TimeUnit.MILLISECONDS))
        .isPositive()
        .isLessThanOrEqualTo(TwoLevels.FAR.toMillis());
    store.put("a", "2");
    assertThat(letGo()).isTrue();
    TwoLevels.Told<String> before = here.get("a");
    assertThat(before.value()).isEqualTo("1");
    assertThat(before.isCurrent()).isTrue();

    moved.addAndGet(TwoLevels.TRUSTED.toNanos());
    assertThat(before.isCurrent()).isFalse();
    assertThat(here.get("a").value()).isEqualTo("2");
    assertThat(here.get("a").isCurrent()).isTrue();
  }

  @Test
  void aStoreThatHangsCostsAMomentAndOneThatIsAwayNothingThatIsKnown() {
    gate = new CountDownLatch(1);
    long start = System.nanoTime();
    assertThatThrownBy(() -> here.get("a").value()).isInstanceOf(QueryTimeoutException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    gate.countDown();
    Patience.until("read at last", () -> here.get("a").value().equals("1"));

    away = true;
    assertThat(here.get("a").value()).isEqualTo("1");
    assertThatThrownBy(() -> here.get("b").value())
        .isInstanceOf(DataAccessResourceFailureException.class);
  }

  private String far() {
    return "zhenrong:" + installation.name() + ":" + name + ":a";
  }

  /// As Redis does when the age of an entry is over.
  private boolean letGo() {
    try {
      redis.delete(far());
      return true;
    } catch (DataAccessException e) {
      return false;
    }
  }

  private long now() {
    return System.nanoTime() + moved.get();
  }

  private boolean bothHear() {
    hereMessages.listen();
    thereMessages.listen();
    return hereMessages.hearing() && thereMessages.hearing();
  }

  private TwoLevels<String, String> cache(Messages messages) {
    return new Sharing(messages, new SecondLevel(redis), loads, installation, this::now)
        .cache(
            new TwoLevels.Kind<>(
                name,
                10,
                new TwoLevels.Text<>(key -> key, text -> text),
                new Far.Bytes<>(
                    value -> value.getBytes(StandardCharsets.UTF_8),
                    bytes -> new String(bytes, StandardCharsets.UTF_8)),
                this::read));
  }

  private String read(String key) {
    if (away) {
      throw new DataAccessResourceFailureException("away");
    }
    String value = store.get(key);
    readings.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return value == null ? "" : value;
  }
}
