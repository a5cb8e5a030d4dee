package cn.zhenrong.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/// Takes scans in and says yes when they are durable: many requests wait for one write, to the
/// stream or, where that cannot be, to the journal.
@Component
class Intake {
  static final int GROUP = 256;
  private static final int MOST_WAITING = 16_384;
  private static final long PATIENCE_SECONDS = 5;
  private static final long IDLE_MILLIS = 200;

  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final ScanStream stream;
  private final Journal journal;
  private final ScanMetrics metrics;

  Intake(ScanStream stream, Journal journal, ScanMetrics metrics) {
    this.stream = stream;
    this.journal = journal;
    this.metrics = metrics;
  }

  private record Waiting(ScanEvent event, CompletableFuture<Boolean> kept) {}

  /// Keeps a scan where neither the end of this process nor of MySQL can lose it.
  ///
  /// @return false if there is no room, or nobody could keep it in time; it may be sent again
  boolean keep(ScanEvent event) {
    Waiting waiting = new Waiting(event, new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      metrics.refused(1);
      return false;
    }
    try {
      return waiting.kept().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  /// Writes what waits, as one group. Called by one thread only.
  ///
  /// @return whether anything waited
  boolean write() throws InterruptedException {
    Waiting first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    if (first == null) {
      return false;
    }
    List<Waiting> group = new ArrayList<>();
    group.add(first);
    queue.drainTo(group, GROUP - 1);
    boolean kept = false;
    try {
      kept = write(ScanBytes.pack(group.stream().map(Waiting::event).toList()), group.size());
    } finally {
      boolean answer = kept;
      group.forEach(waiting -> waiting.kept().complete(answer));
    }
    return true;
  }

  private boolean write(byte[] packed, int scans) {
    if (stream.add(packed)) {
      metrics.toStream(scans);
      return true;
    }
    if (journal.append(packed)) {
      metrics.toJournal(scans);
      return true;
    }
    metrics.refused(scans);
    return false;
  }
}
