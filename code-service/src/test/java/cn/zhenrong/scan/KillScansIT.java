package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Instance;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Two instances on one database, killed again and again while beacons come in, often the same one
/// at both: every beacon that was answered with 204 counts, and none counts twice.
///
/// A short run belongs to the tests; `docs/prove` asks for `-Dkill.scans=20000`.
class KillScansIT {
  private static final int SCANS = Integer.getInteger("kill.scans", 600);
  private static final int KILLS = Math.max(2, SCANS / 1000);
  private static final int SHOPPERS = 8;
  private static final Duration RESTART = Duration.ofMinutes(5);

  private final AtomicInteger left = new AtomicInteger(SCANS);
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void noKillCostsACountedScanOrCountsOneTwice() throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target"), "kill-scans");
    String url = Stores.newDatabaseUrl();
    try (Instance one = new Instance("one", folder, url);
        Instance two = new Instance("two", folder, url);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Instance> instances = List.of(one.start(), two.start());
      List<Row> rows = Papers.of(new Api(one.port(), "demo-maker-1")).issue("compact", 20).rows();
      Beacons beacons = new Beacons(rows);
      List<Future<?>> shopping = new ArrayList<>();
      for (int i = 0; i < SHOPPERS; i++) {
        shopping.add(threads.submit(() -> shop(beacons, instances)));
      }
      int kills = kill(instances, shopping, threads);
      for (Future<?> each : shopping) {
        each.get();
      }
      assertThat(kills).isEqualTo(KILLS);
      assertThat(beacons.promised()).hasSizeGreaterThan(SCANS / 2);
      new Counted(url, Stores.running().settings()).exactly(beacons);
      System.out.printf(
          "KILL SCANS %d sent, %d promised, %d kills%n",
          beacons.sent().size(), beacons.promised().size(), kills);
    }
  }

  private void shop(Beacons beacons, List<Instance> instances) {
    while (left.getAndDecrement() > 0) {
      try {
        beacons.open(somebody(instances).port(), 1);
      } catch (IllegalStateException e) {
        // It was just killed; somebody else's page is as good.
      }
      String nonce = beacons.nextOpened();
      if (nonce != null) {
        beacons.send(somebody(instances).port(), nonce);
        if (ThreadLocalRandom.current().nextInt(4) == 0) {
          beacons.send(somebody(instances).port(), nonce);
        }
      }
      done.incrementAndGet();
    }
  }

  private static Instance somebody(List<Instance> instances) {
    List<Instance> up = new ArrayList<>();
    Patience.until(
        "somebody is there",
        RESTART,
        () -> {
          up.clear();
          instances.stream().filter(Instance::isUp).forEach(up::add);
          return !up.isEmpty();
        });
    return up.get(ThreadLocalRandom.current().nextInt(up.size()));
  }

  /// Kills as the work goes on, so that all kills fall into it, and never waits for the killed one.
  private int kill(List<Instance> instances, List<Future<?>> shopping, ExecutorService threads)
      throws InterruptedException {
    int kills = 0;
    while (kills < KILLS && !shopping.stream().allMatch(Future::isDone)) {
      Thread.sleep(ThreadLocalRandom.current().nextInt(20));
      List<Instance> up = instances.stream().filter(Instance::isUp).toList();
      if (done.get() >= SCANS * (kills + 1) / (KILLS + 1) && !up.isEmpty()) {
        Instance victim = up.get(ThreadLocalRandom.current().nextInt(up.size()));
        victim.kill();
        kills++;
        threads.submit(victim::start);
      }
    }
    return kills;
  }
}
