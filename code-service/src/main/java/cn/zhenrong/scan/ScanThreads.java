package cn.zhenrong.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The three threads behind the counting: one writes what comes in, one applies what is in the
/// stream, one what is in the journal. They start before the first request and end after the last,
/// while Redis and MySQL are still there.
@Component
class ScanThreads implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ScanThreads.class);

  /// Below that of the web server, above that of the connections to Redis.
  private static final int PHASE = 1000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long IDLE_MILLIS = 100;
  private static final long AWAY_MILLIS = 500;

  private final Intake intake;
  private final Consuming consuming;
  private final Draining draining;
  private final ScanStream stream;
  private final MonthlyKeys keys;
  private final Journal journal;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  ScanThreads(
      Intake intake,
      Consuming consuming,
      Draining draining,
      ScanStream stream,
      MonthlyKeys keys,
      Journal journal) {
    this.intake = intake;
    this.consuming = consuming;
    this.draining = draining;
    this.stream = stream;
    this.keys = keys;
    this.journal = journal;
  }

  /// One turn of a thread; tells whether there was anything to do.
  private interface Turn {
    boolean run() throws InterruptedException;
  }

  @Override
  public synchronized void start() {
    keys.prepare();
    stream.probe();
    running = true;
    begin("scan-writer", this::writeAll);
    begin("scan-consumer", () -> turns(consuming::consume, 0));
    begin("scan-drain", () -> turns(draining::drain, IDLE_MILLIS));
  }

  private void begin(String name, Runnable work) {
    threads.add(Thread.ofPlatform().name(name).daemon().start(work));
  }

  /// Ends when nobody waits any more.
  private void writeAll() {
    turns(intake::write, 0);
    boolean busy = true;
    while (busy) {
      try {
        busy = intake.write();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /// A thread is never interrupted: that would close the file it is writing.
  private void turns(Turn turn, long idle) {
    while (running) {
      try {
        if (!turn.run() && idle > 0) {
          Thread.sleep(idle);
        }
      } catch (InterruptedException e) {
        return;
      } catch (DataAccessException | TransactionException e) {
        LOG.debug("scans wait, a store is away: {}", e.getClass().getSimpleName());
        pause();
      } catch (RuntimeException e) {
        LOG.error("scans wait", e);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(AWAY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void stop() {
    running = false;
    for (Thread thread : threads) {
      try {
        thread.join(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    threads.clear();
    journal.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
