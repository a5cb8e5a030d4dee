package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Code;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/// Holds and recalls in force on a batch, a report, a party or a range.
///
/// They are few, so each instance keeps all of them and a lookup costs no query. They are read anew
/// after a change here, when another instance tells of one ([HoldMessages]), and every ten seconds
/// in case its word was lost. With the store away the last known state holds.
@Service
public class Holds implements InitializingBean {
  private static final Logger LOG = LoggerFactory.getLogger(Holds.class);
  private static final Comparator<HoldRow> STRICTEST_FIRST =
      Comparator.comparing(HoldRow::recall).reversed().thenComparing(HoldRow::placedAt);

  private static final Duration CURRENT = Duration.ofSeconds(30);

  private final HoldMapper mapper;
  private volatile long readAt = System.nanoTime();
  private volatile Map<String, List<HoldRow>> inForce = Map.of();

  Holds(HoldMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void afterPropertiesSet() {
    read();
  }

  /// The strictest hold in force on a code: a recall before a hold, the older first.
  public Optional<Hold> on(Code code) {
    return onAny(code.batch(), Range.of(code.sequence())).map(HoldRow::hold);
  }

  /// The strictest hold on any of these codes of a batch.
  Optional<HoldRow> onAny(Batch batch, Range codes) {
    return inForce.isEmpty()
        ? Optional.empty()
        : of(batch).filter(row -> row.scope().touches(codes)).min(STRICTEST_FIRST);
  }

  /// The strictest hold on any of these records, whatever batches they have.
  ///
  /// @param subjects as [HoldScope#subject] names them
  Optional<HoldRow> onRecords(String... subjects) {
    return Arrays.stream(subjects)
        .flatMap(subject -> inForce.getOrDefault(subject, List.of()).stream())
        .min(STRICTEST_FIRST);
  }

  /// The strictest hold on every code of a batch.
  Optional<HoldRow> onAll(Batch batch) {
    return of(batch).filter(row -> row.scope().range() == null).min(STRICTEST_FIRST);
  }

  /// Holds on parts of a batch, the strictest first.
  List<HoldRow> onParts(Batch batch) {
    return of(batch).filter(row -> row.scope().range() != null).sorted(STRICTEST_FIRST).toList();
  }

  /// Reads what is in force now. One at a time, so that an older reading never replaces a newer.
  synchronized void read() {
    long began = System.nanoTime();
    inForce =
        mapper.inForce().stream().collect(Collectors.groupingBy(row -> row.scope().subject()));
    readAt = began;
  }

  /// Whether what is known is at most half a minute old. While it is not, a hold may have been
  /// placed that nobody here knows of.
  public boolean areCurrent() {
    return System.nanoTime() - readAt < CURRENT.toNanos();
  }

  /// Reads what somebody said has changed. What cannot be read then is out of date.
  void readOrDoubt() {
    try {
      read();
    } catch (DataAccessException | TransactionException e) {
      readAt = System.nanoTime() - CURRENT.toNanos() - 1;
    }
  }

  @TransactionalEventListener(fallbackExecution = true)
  void changed(HoldsChanged event) {
    readIfPossible();
  }

  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void readIfPossible() {
    try {
      read();
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("holds stay as last read: {}", e.getClass().getSimpleName());
    }
  }

  private Stream<HoldRow> of(Batch batch) {
    Map<String, List<HoldRow>> rows = inForce;
    return Arrays.stream(HoldScope.subjectsOf(batch))
        .flatMap(subject -> rows.getOrDefault(subject, List.of()).stream());
  }
}
