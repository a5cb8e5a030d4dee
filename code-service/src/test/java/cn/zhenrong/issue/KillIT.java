package cn.zhenrong.issue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Instance;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Two instances on one database, killed again and again while many apply for batches: no index is
/// used twice, no acknowledged batch is lost, nobody gets two.
///
/// A short run belongs to the tests; `docs/prove` asks for `-Dkill.batches=12000`, of which more
/// than ten thousand are accepted and the rest refused for want of coverage or quota.
class KillIT {
  private static final int BATCHES = Integer.getInteger("kill.batches", 200);
  private static final int KILLS = Math.max(2, BATCHES / 400);
  private static final long QUOTA = 3L * BATCHES;
  private static final int APPLICANTS = 8;

  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final List<Future<?>> starting = new ArrayList<>();

  @Test
  void noKillCostsABatchOrGivesAnIndexTwice() throws Exception {
    long start = System.nanoTime();
    Path folder = Files.createTempDirectory(Path.of("target"), "kill");
    String url = Stores.newDatabaseUrl();
    String lease = "--zhenrong.issue.lease=5s";
    try (Instance one = new Instance("one", folder, url, lease);
        Instance two = new Instance("two", folder, url, lease);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Instance> instances = List.of(one.start(), two);
      Applicants applicants = new Applicants(instances, QUOTA);
      applicants.register();
      starting.add(threads.submit(two::start));
      List<Future<?>> applying = new ArrayList<>();
      for (int i = 0; i < APPLICANTS; i++) {
        applying.add(threads.submit(() -> applyForAll(applicants)));
      }
      int kills = killAgainAndAgain(instances, applying, threads);
      for (Future<?> each : applying) {
        each.get();
      }
      tellsTheSameAgain(applicants);
      check(applicants, url);
      for (Future<?> each : starting) {
        each.get();
      }
      System.out.printf(
          "KILL %d batches asked for, %d accepted, %d kills, %d s%n",
          BATCHES,
          applicants.acknowledged().size(),
          kills,
          (System.nanoTime() - start) / 1_000_000_000);
    }
  }

  private void applyForAll(Applicants applicants) {
    for (int number = next.getAndIncrement(); number < BATCHES; number = next.getAndIncrement()) {
      applicants.apply(number);
      if (number % 10 == 5) {
        // Somebody who lost the answer and asks once more.
        applicants.apply(number);
      }
      done.incrementAndGet();
    }
  }

  /// Kills as the work goes on, so that all kills fall into it, and never waits for the killed one:
  /// now and then nobody is there at all.
  private int killAgainAndAgain(
      List<Instance> instances, List<Future<?>> applying, ExecutorService threads)
      throws InterruptedException {
    int kills = 0;
    while (kills < KILLS && !applying.stream().allMatch(Future::isDone)) {
      Thread.sleep(ThreadLocalRandom.current().nextInt(20));
      List<Instance> up = instances.stream().filter(Instance::isUp).toList();
      if (done.get() >= BATCHES * (kills + 1) / (KILLS + 1) && !up.isEmpty()) {
        Instance victim = up.get(ThreadLocalRandom.current().nextInt(up.size()));
        victim.kill();
        kills++;
        starting.add(threads.submit(victim::start));
      }
    }
    return kills;
  }

  private static void tellsTheSameAgain(Applicants applicants) {
    Map<Integer, String> before = Map.copyOf(applicants.acknowledged());
    before.keySet().stream().limit(50).forEach(applicants::apply);
    assertThat(applicants.acknowledged()).isEqualTo(before);
  }

  private static void check(Applicants applicants, String url) {
    Map<String, Object> stores = Stores.running().settings();
    JdbcClient sql =
        JdbcClient.create(
            new DriverManagerDataSource(
                url,
                String.valueOf(stores.get("spring.datasource.username")),
                String.valueOf(stores.get("spring.datasource.password"))));
    Ledger ledger = new Ledger(sql);
    Patience.until(
        "every accepted batch is open",
        Duration.ofMinutes(5),
        () -> ledger.count("SELECT COUNT(*) FROM batch WHERE status = 'SEALING'") == 0);
    ledger.everyIndexIsUsedAtMostOnce();
    ledger.everyBatchIsWhole();
    ledger.everyReportGaveWhatItsBatchesTook();
    ledger.everyAnswerStands(applicants.acknowledged());
    assertThat(applicants.acknowledged().size() + applicants.refused().size()).isEqualTo(BATCHES);
    assertThat(applicants.refused().values())
        .contains("coverage-exceeded", "quota-exceeded")
        .containsOnly("coverage-exceeded", "quota-exceeded");
    assertThat(
            ledger.count(
                "SELECT COALESCE(SUM(garments), 0) FROM batch WHERE party_id = ?",
                applicants.quotaed()))
        .isLessThanOrEqualTo(QUOTA);
  }
}
