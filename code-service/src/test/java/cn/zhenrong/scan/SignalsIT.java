package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class SignalsIT {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @Autowired Makers makers;
  @Autowired Batches batches;
  @Autowired Signals signals;
  @Autowired SignalKeeping keeping;
  @Autowired Applying applying;
  @Autowired Group group;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private Batch batch;
  private SampleSignals sample;

  @BeforeEach
  void aBatch() {
    String id = Papers.of(makers.maker().api(port)).issue("compact", 100).id();
    batch = batches.find(new BatchId(Long.parseLong(id))).orElseThrow();
    sample = new SampleSignals(context, batch);
  }

  @Test
  void oneRowACodeAndRuleHoweverManyHits() {
    sample.hit(CloneRule.TOO_MANY_DEVICES, 1, 2, NOON, Province.BEIJING);
    sample.hit(CloneRule.TOO_MANY_DEVICES, 2, 3, NOON.plusSeconds(3600), Province.HUNAN);
    sample.hit(CloneRule.TOO_MANY_DEVICES, 2, 2, NOON.minusSeconds(3600), Province.BEIJING);
    sample.hit(CloneRule.TWO_OPENINGS, 2, 2, NOON, Province.TIBET);

    List<Suspicion> seen = signals.of(reach(CloneRule.TOO_MANY_DEVICES), 10);

    assertThat(seen).extracting(Suspicion::index).containsExactly(index(1), index(2), index(3));
    assertThat(seen).extracting(Suspicion::hits).containsExactly(1L, 3L, 1L);
    Suspicion second = seen.get(1);
    assertThat(second.firstAt()).isEqualTo(NOON.minusSeconds(3660));
    assertThat(second.lastAt()).isEqualTo(NOON.plusSeconds(3600));
    assertThat(second.provinces()).containsExactly(Province.BEIJING, Province.HUNAN);
    assertThat(second.words().zh())
        .isEqualTo("2026-11-20 10:59 至 2026-11-20 13:00，此码被 6 台以上不同设备查询（北京、湖南）");
    assertThat(signals.of(reach(CloneRule.TOO_MANY_DEVICES), 2)).hasSize(2);
  }

  @Test
  void whatAPersonDismissedStaysDismissedAndIsCountedOn() {
    sample.hit(CloneRule.TWO_OPENINGS, 1, 2, NOON, Province.BEIJING);
    assertThat(signals.dismiss(reach(CloneRule.TWO_OPENINGS), NOON.plusSeconds(5))).isEqualTo(2);
    assertThat(signals.dismiss(reach(CloneRule.TWO_OPENINGS), NOON.plusSeconds(6))).isZero();

    sample.hit(CloneRule.TWO_OPENINGS, 1, 3, NOON.plusSeconds(60), Province.BEIJING);

    List<Suspicion> seen = signals.of(reach(CloneRule.TWO_OPENINGS), 10);
    assertThat(seen).extracting(Suspicion::hits).containsExactly(2L, 2L, 1L);
    assertThat(seen)
        .extracting(Suspicion::dismissedAt)
        .containsExactly(NOON.plusSeconds(5), NOON.plusSeconds(5), null);
  }

  @Test
  void nothingIsKeptOutsideOfTheTransactionThatCounts() {
    Signal any = new Signal(CloneRule.TWO_OPENINGS, index(1), batch.id(), NOON, NOON, 2, 0);

    assertThatThrownBy(() -> keeping.keep(List.of(any)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void eventsThatComeTwiceAreSeenOnce() {
    Instant now = Instant.now();
    List<ScanEvent> events = new ArrayList<>();
    for (int device = 0; device < 16; device++) {
      events.add(SampleScans.event(index(1), 7000 + device, now.minusSeconds(600 - device)));
    }
    applying.apply(events);
    applying.apply(events);

    List<Suspicion> seen =
        signals.of(
            new Signals.Reach(
                CloneRule.VERIFIED_BEFORE_ACTIVATION,
                index(1),
                index(1),
                LONG_AGO,
                now.plus(Duration.ofDays(1))),
            10);
    assertThat(seen).extracting(Suspicion::hits).containsExactly(16L);
  }

  /// As when the server is gone in the middle, or two instances clash.
  @Test
  void aGroupThatFailedLeavesNoTrailOfTheDevice() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<ScanEvent> reading = new ArrayList<>();
    for (int code = 1; code <= 62; code++) {
      reading.add(SampleScans.event(index(code), 8000, now.minusSeconds(600 - code)));
    }
    applying.apply(reading.subList(0, 59));
    List<ScanEvent> crossing = reading.subList(59, 62);
    for (int tried = 0; tried < 2; tried++) {
      context
          .getBean(TransactionTemplate.class)
          .executeWithoutResult(transaction -> {
            group.apply(crossing);
            transaction.setRollbackOnly();
          });
    }
    applying.apply(crossing);

    List<Suspicion> seen =
        signals.of(
            new Signals.Reach(
                CloneRule.ONE_DEVICE_MANY_CODES,
                index(1),
                index(100),
                LONG_AGO,
                now.plus(Duration.ofDays(1))),
            100);
    assertThat(seen).as("all of the trail, at the threshold of 60").hasSize(62);
    assertThat(seen).extracting(Suspicion::hits).containsOnly(1L);
  }

  @Test
  void manyAtOnceLoseNoHitAndOpenOneAlert() throws Exception {
    int workers = 4;
    int rounds = 25;
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Future<?>> done = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        done.add(
            pool.submit(() -> {
              start.await();
              for (int round = 0; round < rounds; round++) {
                patiently(
                    () -> sample.hit(CloneRule.IMPOSSIBLE_TRAVEL, 1, 20, NOON, Province.BEIJING));
              }
              return null;
            }));
      }
      start.countDown();
      for (Future<?> one : done) {
        one.get();
      }
    }

    assertThat(signals.of(reach(CloneRule.IMPOSSIBLE_TRAVEL), 100))
        .hasSize(20)
        .allMatch(seen -> seen.hits() == workers * rounds);
    assertThat(
            jdbc.sql("SELECT CONCAT(hits, ' ', codes) FROM alert WHERE cause = ?")
                .param("batch/" + batch.id())
                .query(String.class)
                .list())
        .containsExactly(workers * rounds * 20 + " 20");
  }

  /// As the one who applies scans does.
  private static void patiently(Runnable work) {
    while (true) {
      try {
        work.run();
        return;
      } catch (DuplicateKeyException | ConcurrencyFailureException e) {
        Thread.onSpinWait();
      }
    }
  }

  private long index(long sequence) {
    return batch.first() + sequence - 1;
  }

  private Signals.Reach reach(CloneRule rule) {
    return new Signals.Reach(rule, index(1), index(100), LONG_AGO, NOON.plus(Duration.ofDays(300)));
  }
}
