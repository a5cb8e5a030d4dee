package cn.zhenrong.scan;

import cn.zhenrong.party.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Applies scan events to MySQL, wherever they waited, each once however often it comes.
@Component
class Applying {
  private static final Logger LOG = LoggerFactory.getLogger(Applying.class);
  private static final int TRIES = 20;
  private static final int LONGEST_REASON = 200;

  /// Fewer events are one transaction.
  private static final int WORTH_TWO = 512;

  /// Neighbouring codes are in one half, for their rows lie on the same pages.
  private static final int STRETCH_BITS = 8;

  private final Group group;
  private final ScanMapper mapper;
  private final KnownCodes known;
  private final ScanMetrics metrics;
  private final Clock clock;
  private final int keepDays;

  Applying(
      Group group,
      ScanMapper mapper,
      KnownCodes known,
      ScanMetrics metrics,
      Clock clock,
      ScanSettings settings) {
    this.group = group;
    this.mapper = mapper;
    this.known = known;
    this.metrics = metrics;
    this.clock = clock;
    this.keepDays = settings.keepDays();
  }

  /// Applies groups as they lay in the stream or the journal. What can never be applied is put
  /// aside, so that it does not stop what comes behind it.
  ///
  /// @throws org.springframework.dao.DataAccessException if MySQL is away: come again
  /// @throws TransactionException the same
  void applyPacked(List<byte[]> groups) {
    List<ScanEvent> events = new ArrayList<>();
    for (byte[] packed : groups) {
      try {
        events.addAll(ScanBytes.unpack(packed));
      } catch (IllegalArgumentException e) {
        putAside(packed, e);
      }
    }
    apply(events);
  }

  /// Applies events; one that was applied before changes nothing.
  ///
  /// @throws org.springframework.dao.DataAccessException if MySQL is away: come again
  /// @throws TransactionException the same
  void apply(List<ScanEvent> events) {
    // Whether a nonce of a day that was dropped had counted is no longer known.
    LocalDate oldest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(keepDays);
    List<ScanEvent> young = new ArrayList<>(events.size());
    List<ScanEvent> old = new ArrayList<>();
    events.forEach(event -> (event.nonce().day().isBefore(oldest) ? old : young).add(event));
    if (!old.isEmpty()) {
      putAside(ScanBytes.pack(old), new IllegalArgumentException("older than what is kept"));
    }
    if (young.size() < WORTH_TWO) {
      applyOrDivide(young);
    } else {
      applySideBySide(young);
    }
  }

  /// Two halves of the codes in two transactions: while the server writes one, the other is worked
  /// out. No code is in both, so they do not wait for each other.
  private void applySideBySide(List<ScanEvent> events) {
    List<ScanEvent> one = new ArrayList<>();
    List<ScanEvent> two = new ArrayList<>();
    events.forEach(event -> ((event.index() >>> STRETCH_BITS & 1) == 0 ? one : two).add(event));
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> applyOrDivide(two), Thread.ofVirtual().name("scan-half")::start);
    try {
      applyOrDivide(one);
    } finally {
      join(other);
    }
  }

  private static void join(CompletableFuture<Void> other) {
    try {
      other.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void applyOrDivide(List<ScanEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    List<Change> changes;
    try {
      changes = applyPatiently(events);
    } catch (RuntimeException e) {
      if (isAway(e)) {
        throw e;
      }
      if (events.size() == 1) {
        putAside(ScanBytes.pack(events), e);
        return;
      }
      applyOrDivide(events.subList(0, events.size() / 2));
      applyOrDivide(events.subList(events.size() / 2, events.size()));
      return;
    }
    int fresh = changes.stream().mapToInt(change -> change.steps().size()).sum();
    metrics.applied(fresh, events.size() - fresh);
    // Of repeated ones too: whoever applied them first may have been killed before it told.
    known.changed(events.stream().mapToLong(ScanEvent::index).distinct().toArray());
  }

  /// Another instance may have the same events or codes in hand; whoever comes second tries anew.
  private List<Change> applyPatiently(List<ScanEvent> events) {
    for (int tried = 1; ; tried++) {
      try {
        return group.apply(events);
      } catch (DuplicateKeyException | ConcurrencyFailureException e) {
        if (tried == TRIES) {
          throw e;
        }
        LOG.debug("a group of scans met another: {}", e.getClass().getSimpleName());
      }
    }
  }

  private static boolean isAway(RuntimeException e) {
    return e instanceof TransactionException
        || e instanceof TransientDataAccessException
        || e instanceof RecoverableDataAccessException
        || e instanceof NonTransientDataAccessResourceException;
  }

  private void putAside(byte[] packed, RuntimeException why) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    // The statement itself says nothing that is not in the body.
    String reason = String.valueOf(NestedExceptionUtils.getMostSpecificCause(why));
    reason = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    Rows.one(mapper.insertDead(now, reason, packed));
    metrics.dead();
    LOG.error("scans that cannot be applied were put into scan_dead: {}", reason);
  }
}
