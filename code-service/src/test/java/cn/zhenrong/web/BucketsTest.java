package cn.zhenrong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Limit TEN_A_SECOND = Limit.of(10, 5);
  private static final Limit THREE_A_MINUTE = Limit.of(3 / 60.0, 3);

  private final Buckets buckets = new Buckets(1 << 10);

  @Test
  void aBurstIsAllowedThenOneInEachInterval() {
    int place = buckets.place(7, 0);
    for (int i = 0; i < 5; i++) {
      assertThat(buckets.take(place, TEN_A_SECOND, 0)).isZero();
    }
    long wait = buckets.take(place, TEN_A_SECOND, 0);
    assertThat(wait).isEqualTo(SECOND / 10);
    assertThat(buckets.take(place, TEN_A_SECOND, wait - 1)).isEqualTo(1);
    assertThat(buckets.take(place, TEN_A_SECOND, wait)).isZero();
    assertThat(buckets.take(place, TEN_A_SECOND, wait)).isPositive();
  }

  @Test
  void afterARestThereIsTheWholeBurstAndNoMore() {
    int place = buckets.place(7, 0);
    drain(place, 0);
    assertThat(drain(place, 3600 * SECOND)).isEqualTo(5);
  }

  @Test
  void threadsTogetherGetWhatOneWouldGet() throws InterruptedException {
    Limit thousand = Limit.of(1, 1000);
    int place = buckets.place(7, 0);
    AtomicInteger allowed = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = 0; i < 1000; i++) {
            if (buckets.take(place, thousand, 0) == 0) {
              allowed.incrementAndGet();
            }
          }
        };
    List<Thread> threads =
        IntStream.range(0, 8).mapToObj(_ -> Thread.startVirtualThread(work)).toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(allowed).hasValue(1000);
  }

  @Test
  void aFloodOfKeysDoesNotMakeItForgetWhoTookMost() {
    long key = 0x1234_5678_9ABC_DEF0L;
    drain(buckets.place(key, 0), 0);
    Random random = new Random(1);
    for (int i = 0; i < 1_000_000; i++) {
      buckets.take(buckets.place(random.nextLong() | 1L << 40, 0), TEN_A_SECOND, 0);
    }
    assertThat(buckets.take(buckets.place(key, 0), TEN_A_SECOND, 0)).isPositive();
    assertThat(buckets.inUse(0)).isEqualTo(buckets.places());
  }

  @Test
  void aFullBucketGivesItsPlaceAway() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      buckets.take(buckets.place(random.nextLong(), 0), TEN_A_SECOND, 0);
    }
    assertThat(buckets.inUse(SECOND)).isZero();
    int place = buckets.place(99, SECOND);
    assertThat(drain(place, SECOND)).isEqualTo(5);
    assertThat(buckets.known(99)).isEqualTo(place);
  }

  @Test
  void manyInvalidCodesMakeOneSuspectUntilThereWasNoneForAWholeWindow() {
    int place = buckets.place(7, 0);
    assertThat(buckets.invalid(place, THREE_A_MINUTE, 0)).isFalse();
    assertThat(buckets.invalid(place, THREE_A_MINUTE, SECOND)).isFalse();
    assertThat(buckets.isSuspect(place, THREE_A_MINUTE, SECOND)).isFalse();
    assertThat(buckets.invalid(place, THREE_A_MINUTE, 2 * SECOND)).isTrue();
    assertThat(buckets.isSuspect(place, THREE_A_MINUTE, 2 * SECOND)).isTrue();

    assertThat(buckets.invalid(place, THREE_A_MINUTE, 30 * SECOND)).as("told once").isFalse();
    assertThat(buckets.isSuspect(place, THREE_A_MINUTE, 90 * SECOND)).isTrue();
    assertThat(buckets.isSuspect(place, THREE_A_MINUTE, 120 * SECOND)).isFalse();
    assertThat(buckets.invalid(place, THREE_A_MINUTE, 600 * SECOND)).isFalse();
  }

  @Test
  void aSlipNowAndThenMakesNobodySuspect() {
    int place = buckets.place(7, 0);
    for (int minute = 0; minute < 1000; minute++) {
      long now = minute * 60 * SECOND;
      assertThat(buckets.invalid(place, THREE_A_MINUTE, now)).isFalse();
      assertThat(buckets.invalid(place, THREE_A_MINUTE, now + SECOND)).isFalse();
    }
  }

  @Test
  void turnsComeOneAfterTheOtherAndNotTooLate() {
    int place = buckets.place(7, 0);
    long interval = SECOND / 4;
    for (int i = 0; i < 5; i++) {
      assertThat(buckets.turn(place, interval, SECOND, 0)).isEqualTo(i * interval);
    }
    assertThat(buckets.turn(place, interval, SECOND, 0)).isNegative();
    assertThat(buckets.turn(place, interval, SECOND, interval)).isEqualTo(SECOND);
  }

  /// How many tokens there are.
  private int drain(int place, long now) {
    int tokens = 0;
    while (buckets.take(place, TEN_A_SECOND, now) == 0) {
      tokens++;
    }
    return tokens;
  }
}
