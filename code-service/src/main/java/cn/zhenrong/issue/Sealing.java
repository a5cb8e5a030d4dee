package cn.zhenrong.issue;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/// Seals accepted batches in the background: at once after the commit, and again by a sweep for
/// those that were left behind by a crash.
///
/// A batch is claimed by a lease that lasts as long as progress is noted, so several instances
/// share the work and none is done twice for long.
@Component
class Sealing {
  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
  private static final int MOST_AT_ONCE = 16;

  private final SealMapper mapper;
  private final BatchSealer sealer;
  private final IssueSettings settings;
  private final Clock clock;
  private final String self;
  private final Set<Long> running = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          MOST_AT_ONCE, Thread.ofPlatform().name("sealing-", 1).daemon().factory());

  Sealing(
      SealMapper mapper,
      BatchSealer sealer,
      IssueSettings settings,
      Clock clock,
      RandomGenerator random) {
    this.mapper = mapper;
    this.sealer = sealer;
    this.settings = settings;
    this.clock = clock;
    this.self = HexFormat.of().toHexDigits(random.nextLong());
  }

  @TransactionalEventListener
  void on(BatchAccepted accepted) {
    submit(accepted.batch().value());
  }

  @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
  void sweep() {
    try {
      mapper.unclaimed(now(), 2 * MOST_AT_ONCE).forEach(this::submit);
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("no sweep, the store is away: {}", e.getClass().getSimpleName());
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  private void submit(long id) {
    if (!running.add(id)) {
      return;
    }
    try {
      threads.execute(() -> {
        try {
          seal(id);
        } finally {
          running.remove(id);
        }
      });
    } catch (RejectedExecutionException e) {
      // Shutting down: another instance, or this one after its start, will find the batch.
      running.remove(id);
    }
  }

  private void seal(long id) {
    try {
      Lease lease = new Lease(mapper, id, self, settings.lease(), clock);
      Optional<BatchRow> waiting = sealer.waiting(new BatchId(id));
      if (waiting.isPresent() && lease.claim()) {
        sealer.seal(waiting.get(), lease);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("batch {} waits, the store is away: {}", id, e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      LOG.error("batch {} could not be sealed; it will be tried again", id, e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
