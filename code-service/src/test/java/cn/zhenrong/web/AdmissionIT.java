package cn.zhenrong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.scan.NetworkKeys;
import cn.zhenrong.scan.ProbingSeen;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.ServiceTest;
import cn.zhenrong.testing.Stores;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

/// What the limits decide, with time passed in; and what several instances give out together, on a
/// real Redis.
@ServiceTest
class AdmissionIT {
  private static final long SECOND = 1_000_000_000L;
  private static final double HARDLY = 0.001;

  @Autowired StringRedisTemplate redis;
  @Autowired NetworkKeys keys;
  @Autowired Clock clock;

  private final List<Object> told = new ArrayList<>();
  private @Nullable Probing probing;

  @Test
  void aDeviceIsRefusedWithoutItsNeighbours() {
    Admission admission = admission(settings(prefix(HARDLY, 1000), new LimitSettings.Device(2, 3)));
    long network = Network.of("198.51.100.1");
    for (int i = 0; i < 3; i++) {
      assertThat(admission.admit(network, 1, 0)).isZero();
    }
    assertThat(admission.admit(network, 1, 0)).isEqualTo(-SECOND / 2);
    assertThat(admission.admit(network, 2, 0)).isZero();
    assertThat(admission.admit(Network.of("198.51.100.2"), 1, 0)).isZero();
    assertThat(admission.admit(network, 1, SECOND / 2)).isZero();
    assertThat(admission.counted(Admission.Outcome.DEVICE)).isEqualTo(1);
  }

  @Test
  void aPrefixIsRefusedWhateverItsDevicesCallThemselves() {
    Admission admission = admission(settings(prefix(HARDLY, 50), new LimitSettings.Device(2, 3)));
    long refused = 0;
    for (int i = 0; i < 60; i++) {
      refused += admission.admit(Network.of("198.51.100." + i), i, 0) < 0 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(10);
    assertThat(admission.counted(Admission.Outcome.PREFIX)).isEqualTo(10);
    assertThat(admission.admit(Network.of("203.0.113.1"), 1, 0)).isZero();
    // The limited neighbour took nothing from its own bucket's neighbours in the next network.
    assertThat(admission.admit(Network.of("2001:db8:1::1"), 1, 0)).isZero();
  }

  @Test
  void whoGuessesGoesThroughTheSlowLaneAndNobodyElse() throws InterruptedException {
    Admission admission =
        admission(settings(prefix(100, 1000), new LimitSettings.Device(100, 100)));
    long guesser = Network.of("198.51.100.1");
    for (int i = 0; i < 5; i++) {
      assertThat(admission.admit(guesser, 1, SECOND)).isZero();
      admission.invalid(guesser, 1, SECOND);
    }
    long later = 2 * SECOND;
    assertThat(admission.admit(guesser, 1, later)).isZero();
    long wait = admission.admit(guesser, 1, later);
    assertThat(wait).isEqualTo(SECOND / 2);
    assertThat(admission.waiting()).isEqualTo(1);
    admission.await(1);
    assertThat(admission.waiting()).isZero();
    assertThat(admission.admit(guesser, 1, later)).isEqualTo(SECOND);
    assertThat(admission.admit(guesser, 1, later)).as("the queue is full").isEqualTo(-SECOND);
    assertThat(admission.counted(Admission.Outcome.LANE)).isEqualTo(1);

    assertThat(admission.admit(guesser, 2, later)).as("another device there").isZero();
    assertThat(admission.admit(Network.of("203.0.113.1"), 1, later)).isZero();
    assertThat(admission.admit(guesser, 1, 200 * SECOND)).as("after a quiet while").isZero();
    assertThat(admission.admit(guesser, 1, 200 * SECOND)).isZero();
  }

  @Test
  void noMoreWaitThanThereIsRoomFor() {
    Admission admission =
        admission(settings(prefix(100, 1000), new LimitSettings.Device(100, 100)));
    int waiting = 0;
    int refused = 0;
    for (int network = 1; network < 100; network++) {
      long guesser = Network.of("198.51." + network + ".1");
      admission.admit(guesser, 1, 0);
      for (int i = 0; i < 5; i++) {
        admission.invalid(guesser, 1, 0);
      }
      admission.admit(guesser, 1, SECOND);
      long wait = admission.admit(guesser, 1, SECOND);
      waiting += wait > 0 ? 1 : 0;
      refused += wait < 0 ? 1 : 0;
    }
    assertThat(waiting).isEqualTo(64);
    assertThat(refused).isEqualTo(35);
  }

  @Test
  void guessingUnderManyNamesSlowsThePrefixAndIsToldOnce() {
    Admission admission =
        admission(settings(prefix(100, 1000), new LimitSettings.Device(100, 100)));
    for (int i = 0; i < 30; i++) {
      long guesser = Network.of("198.51.100." + i);
      admission.admit(guesser, i, 0);
      admission.invalid(guesser, i, 0);
    }
    assertThat(admission.admit(Network.of("198.51.100.99"), 99, SECOND)).isZero();
    assertThat(admission.admit(Network.of("198.51.100.98"), 98, SECOND)).isEqualTo(SECOND / 10);
    Objects.requireNonNull(probing).tell();
    assertThat(told).singleElement().isInstanceOf(ProbingSeen.class);
    ProbingSeen seen = (ProbingSeen) told.getFirst();
    assertThat(seen.invalid()).isEqualTo(30);
    assertThat(seen.prefixKey())
        .matches("[0-9a-f]{32}")
        .isEqualTo(keys.key(Network.prefix(Network.of("198.51.100.1"))));
    assertThat(seen.since()).isBefore(clock.instant().minusSeconds(59));
  }

  @Test
  void aBulkCheckIsCountedForItsKeyWhereverItComesFrom() {
    Admission admission =
        admission(settings(prefix(HARDLY, 1000), new LimitSettings.Device(100, 100)));
    for (int i = 0; i < 20; i++) {
      assertThat(admission.admitCheck(Network.of("198.51.100." + i), 7, 0)).isZero();
    }
    assertThat(admission.admitCheck(Network.NONE, 7, 0)).isEqualTo(-SECOND / 2);
    assertThat(admission.admitCheck(Network.NONE, 8, 0)).isZero();
  }

  @Test
  void twoInstancesKeepOneLimit() {
    LimitSettings settings = shared(prefix(HARDLY, 100));
    Instance here = new Instance(leases(settings), unused());
    Instance there = new Instance(leases(settings), here.prefix());
    int allowed = 0;
    for (int round = 0; round < 30; round++) {
      allowed += here.takeAll() + there.takeAll();
      here.leases().settle();
      there.leases().settle();
    }
    assertThat(allowed).isEqualTo(100);
    assertThat(here.leases().leased() + there.leases().leased()).isEqualTo(50);
  }

  @Test
  void oneInstanceAloneGetsTheWholeLimitAndAnotherThenOnlyItsShare() {
    LimitSettings settings = shared(prefix(HARDLY, 100));
    Instance here = new Instance(leases(settings), unused());
    assertThat(all(here, 30)).isEqualTo(100);
    assertThat(all(new Instance(leases(settings), here.prefix()), 30)).isEqualTo(25);
  }

  @Test
  void withoutRedisEachInstanceHasItsShareAndNobodyWaits() {
    LimitSettings settings = shared(prefix(HARDLY, 100));
    Instance here = new Instance(leases(settings), unused());
    Stores.running().redis().stop();
    try {
      assertThat(all(here, 3)).isEqualTo(25);
      assertThat(here.leases().failed()).isPositive();
    } finally {
      Stores.running().redis().startAgain();
    }
    Patience.until(
        "tokens are leased again",
        () -> {
          int more = here.takeAll();
          here.leases().settle();
          return more > 0;
        });
  }

  @Test
  void inRedisABucketEndsWhenItIsFull() {
    LimitSettings settings = shared(prefix(10, 100));
    Instance here = new Instance(leases(settings), unused());
    here.takeAll();
    here.leases().settle();
    String key = "zhenrong:{limit}:" + keys.key(here.prefix());
    assertThat(redis.getExpire(key)).isBetween(0L, 10L);
  }

  private Admission admission(LimitSettings settings) {
    return new Admission(settings, leases(settings), probing(settings), new Random(1));
  }

  private Leases leases(LimitSettings settings) {
    return new Leases(settings, redis, keys);
  }

  private Probing probing(LimitSettings settings) {
    probing = new Probing(told::add, keys, settings, clock);
    return probing;
  }

  private static LimitSettings.Prefix prefix(double rate, int burst) {
    return new LimitSettings.Prefix(rate, burst);
  }

  /// One instance, which gives out all of the limit by itself.
  private static LimitSettings settings(LimitSettings.Prefix prefix, LimitSettings.Device device) {
    return settings(prefix, device, 1);
  }

  private static LimitSettings shared(LimitSettings.Prefix prefix) {
    return settings(prefix, new LimitSettings.Device(100, 100), 0.25);
  }

  private static LimitSettings settings(
      LimitSettings.Prefix prefix, LimitSettings.Device device, double share) {
    return new LimitSettings(
        true,
        prefix,
        device,
        new LimitSettings.Check(2, 20),
        new LimitSettings.Report(0.01, 10),
        share,
        new LimitSettings.Slow(Duration.ofMinutes(1), 5, 30, 2, 10, 64));
  }

  /// Tokens until there are none, even after asking.
  private static int all(Instance instance, int rounds) {
    int allowed = 0;
    for (int round = 0; round < rounds; round++) {
      allowed += instance.takeAll();
      instance.leases().settle();
    }
    return allowed;
  }

  /// An instance's leases and the prefix that is asked for.
  private record Instance(Leases leases, long prefix) {
    int takeAll() {
      int place = leases.buckets().place(prefix, 0);
      int taken = 0;
      while (leases.take(place, prefix, prefix, 0) == 0) {
        taken++;
      }
      return taken;
    }
  }

  private static long unused() {
    return Network.prefix(0xFFFFL << 32 | ThreadLocalRandom.current().nextInt() & 0xFFFFFFFFL);
  }
}
