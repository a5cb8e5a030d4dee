package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is redelivered, replayed, late, wrong or in several hands at once counts once or not at
/// all.
@ServiceTest
class ApplyingIT {
  @Autowired Applying applying;
  @Autowired KnownCodes known;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @Test
  void theSameEventAgainChangesNothing() {
    long code = SampleScans.index();
    ScanEvent event = SampleScans.event(code, 1, Province.HAINAN, now(), false);
    applying.apply(List.of(event, event));
    applying.apply(List.of(event));

    CodeRecord record = record(code);
    assertThat(record.sessions()).isEqualTo(1);
    assertThat(record.firstAt()).isEqualTo(event.at());
    assertThat(record.firstProvince()).isEqualTo(Province.HAINAN);
    assertThat(record.devices()).hasSize(1);
    assertThat(rows(code)).isEqualTo(1);
  }

  @Test
  void openedMayFollowOnTheSameNonceOnceOrComeBeforeIt() {
    for (boolean claimFirst : new boolean[] {false, true}) {
      long code = SampleScans.index();
      ScanEvent visit = SampleScans.event(code, 1, now());
      ScanEvent claim = SampleScans.claim(visit, visit.at().plusSeconds(3600));
      applying.apply(List.of(claimFirst ? claim : visit));
      applying.apply(List.of(claimFirst ? visit : claim, claim));

      CodeRecord record = record(code);
      assertThat(record.sessions()).as("one nonce is one visit").isEqualTo(1);
      assertThat(record.openedClaims()).isEqualTo(1);
      assertThat(record.openedAt()).isEqualTo(claim.at());
      assertThat(record.firstAt()).isEqualTo(visit.at());
    }
  }

  @Test
  void aClaimInTheSameGroupAsItsVisitIsNoVisitOfItsOwn() {
    long code = SampleScans.index();
    ScanEvent visit = SampleScans.event(code, 1, now());
    ScanEvent claim = SampleScans.claim(visit, visit.at().plusSeconds(3600));
    applying.apply(List.of(claim, visit));

    CodeRecord record = record(code);
    assertThat(record.sessions()).isEqualTo(1);
    assertThat(record.openedClaims()).isEqualTo(1);
    assertThat(rows(code)).isEqualTo(2);
  }

  /// A large group is applied in two halves; of either some may be there already.
  @Test
  void ofALargeGroupOnlyWhatIsNewCounts() {
    List<Long> indexes = IntStream.range(0, 12).mapToObj(i -> SampleScans.index(i * 256L)).toList();
    Instant now = now();
    List<ScanEvent> events =
        IntStream.range(0, 1800)
            .mapToObj(i -> SampleScans.event(indexes.get(i % 12), i, now.plusMillis(i)))
            .toList();
    applying.apply(IntStream.range(0, 1800).filter(i -> i % 7 == 0).mapToObj(events::get).toList());
    applying.apply(events);
    applying.apply(events);

    for (long index : indexes) {
      assertThat(record(index).sessions()).isEqualTo(150);
      assertThat(rows(index)).isEqualTo(150);
    }
  }

  @Test
  void whatAJournalBringsAnHourLaterMovesTheFirstVerificationBack() {
    long code = SampleScans.index();
    Instant now = now();
    applying.apply(List.of(SampleScans.event(code, 1, Province.HEBEI, now, false)));
    assertThat(record(code).firstProvince()).isEqualTo(Province.HEBEI);

    Instant earlier = now.minus(Duration.ofHours(1));
    applying.apply(List.of(SampleScans.event(code, 1, Province.YUNNAN, earlier, true)));
    CodeRecord record = record(code);
    assertThat(record.firstAt()).isEqualTo(earlier);
    assertThat(record.firstProvince()).isEqualTo(Province.YUNNAN);
    assertThat(record.openedAt()).isEqualTo(earlier);
    assertThat(record.sessions()).isEqualTo(2);
  }

  @Test
  void inSeveralHandsAtOnceEachCountsOnce() throws Exception {
    int codes = 30;
    int visits = 600;
    int hands = 4;
    List<Long> indexes = IntStream.range(0, codes).mapToObj(_ -> SampleScans.index()).toList();
    Instant now = now();
    List<ScanEvent> events =
        IntStream.range(0, visits)
            .mapToObj(i -> SampleScans.event(indexes.get(i % codes), i, now.plusMillis(i)))
            .toList();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(hands)) {
      List<Future<?>> all = new ArrayList<>();
      for (int hand = 0; hand < hands; hand++) {
        List<ScanEvent> mine = new ArrayList<>(events);
        Collections.shuffle(mine, new Random(hand));
        all.add(
            threads.submit(() -> {
              start.await();
              for (int from = 0; from < visits; from += 50) {
                applying.apply(mine.subList(from, from + 50));
              }
              return null;
            }));
      }
      start.countDown();
      for (Future<?> each : all) {
        each.get();
      }
    }
    for (long index : indexes) {
      assertThat(record(index).sessions()).isEqualTo(visits / codes);
      assertThat(rows(index)).isEqualTo(visits / codes);
    }
  }

  @Test
  void aPoisonousEventIsPutAsideAndStopsNobody() {
    long good = SampleScans.index();
    long bad = SampleScans.index();
    List<ScanEvent> events = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      events.add(SampleScans.event(good, i, now()));
    }
    // No such time fits the column.
    ScanEvent poison =
        new ScanEvent(
            SampleScans.nonce(now()),
            bad,
            SampleScans.device(1),
            null,
            Instant.ofEpochMilli(Long.MAX_VALUE / 2),
            false,
            null);
    events.add(11, poison);
    long before = dead();
    applying.applyPacked(List.of(new byte[] {99, 1, 2}, ScanBytes.pack(events)));

    assertThat(record(good).sessions()).isEqualTo(20);
    assertThat(known.find(bad)).isNull();
    assertThat(dead() - before).isEqualTo(2);
    byte[] kept =
        jdbc.sql("SELECT body FROM scan_dead ORDER BY id DESC LIMIT 1")
            .query(byte[].class)
            .single();
    assertThat(ScanBytes.unpack(kept)).containsExactly(poison);
  }

  @Test
  void whatIsOlderThanTheOldestPartitionIsPutAside() {
    long code = SampleScans.index();
    long before = dead();
    applying.apply(List.of(SampleScans.event(code, 1, now().minus(Duration.ofDays(182)))));
    assertThat(rows(code)).isZero();
    assertThat(dead() - before).isEqualTo(1);
  }

  private CodeRecord record(long code) {
    return Objects.requireNonNull(known.find(code), "never verified");
  }

  private long rows(long code) {
    return count("SELECT COUNT(*) FROM scan_event WHERE code_index = " + code);
  }

  private long dead() {
    return count("SELECT COUNT(*) FROM scan_dead");
  }

  private long count(String statement) {
    Long count = jdbc.sql(statement).query(Long.class).single();
    return count == null ? -1 : count;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
