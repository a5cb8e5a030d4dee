package cn.zhenrong.benchmarks;

import cn.zhenrong.code.Serial;
import cn.zhenrong.scan.Sender;
import cn.zhenrong.scan.Verifications;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Shoppers inside the service's own JVM: each takes a nonce and brings it back, and waits until
/// the service says that the verification is kept. What HTTP costs is measured elsewhere.
@Component
@ConditionalOnProperty("bench.table")
class ScanLoad {
  /// At a time; a group of the service has up to 256.
  private static final int SHOPPERS = 1024;

  private final Verifications verifications;

  /// How many verifications there were: every one is by a telephone of its own, in all runs.
  private final AtomicLong made = new AtomicLong();

  ScanLoad(Verifications verifications) {
    this.verifications = verifications;
  }

  /// @param serials whose codes are verified, one after the other and over again; a run goes on
  ///   where the last one ended
  /// @param perSecond at most so many
  Map<String, Object> run(List<Serial> serials, int seconds, int perSecond)
      throws InterruptedException {
    long first = made.get();
    LongAdder kept = new LongAdder();
    LongAdder refused = new LongAdder();
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    List<Thread> shoppers = new ArrayList<>();
    for (int i = 0; i < SHOPPERS; i++) {
      shoppers.add(
          Thread.startVirtualThread(() -> {
            while (isTime(made.get() - first, start, end, perSecond)) {
              long number = made.getAndIncrement();
              Serial serial = serials.get((int) (number % serials.size()));
              (verify(serial, number) ? kept : refused).increment();
            }
          }));
    }
    for (Thread shopper : shoppers) {
      shopper.join();
    }
    return Map.of("kept", kept.sum(), "refused", refused.sum(), "nanos", System.nanoTime() - start);
  }

  private boolean verify(Serial serial, long number) {
    Sender sender =
        new Sender(
            "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + ".1", "A" + number, "zh");
    return verifications.count(verifications.nonce(serial), false, sender);
  }

  private static boolean isTime(long number, long start, long end, int perSecond) {
    long due = start + number * 1_000_000_000L / perSecond;
    long wait = due - System.nanoTime();
    if (wait > 0) {
      try {
        Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
      } catch (InterruptedException e) {
        return false;
      }
    }
    return System.nanoTime() < end;
  }
}
