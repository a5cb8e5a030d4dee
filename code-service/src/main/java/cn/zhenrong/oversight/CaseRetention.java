package cn.zhenrong.oversight;

import cn.zhenrong.file.StoredFiles;
import cn.zhenrong.party.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes what leads to a person out of cases that were closed long ago: contact, photo, what the
/// shopper wrote, the association's notes. Number, outcome and public answers stay, and the day it
/// was done (docs/decisions/0100).
///
/// Every instance does it. A claim is the lock on the rows of one short transaction: what another
/// instance has in hand is passed over, and what it could not finish is there for the next.
@Component
class CaseRetention {
  private static final Logger LOG = LoggerFactory.getLogger(CaseRetention.class);
  private static final int AT_ONCE = 20;
  private static final int MOST_TURNS = 100;

  private final CaseMapper mapper;
  private final StoredFiles files;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration kept;

  CaseRetention(
      CaseMapper mapper,
      StoredFiles files,
      TransactionTemplate transaction,
      Clock clock,
      CaseSettings settings) {
    this.mapper = mapper;
    this.files = files;
    this.transaction = transaction;
    this.clock = clock;
    this.kept = Duration.ofDays(settings.keepDays());
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
  void run() {
    try {
      int done = forget();
      if (done > 0) {
        LOG.info("{} closed cases lead to nobody any more", done);
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("closed cases wait another hour: {}", e.getClass().getSimpleName());
    }
  }

  /// @return how many cases, at most 2 000
  int forget() {
    int all = 0;
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      int some = Objects.requireNonNull(transaction.execute(_ -> forgetSome()));
      all += some;
      if (some < AT_ONCE) {
        break;
      }
    }
    return all;
  }

  private int forgetSome() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<DueRow> due = mapper.due(now.minus(kept), AT_ONCE);
    if (due.isEmpty()) {
      return 0;
    }
    List<Long> cases = due.stream().map(DueRow::id).toList();
    LeftRow left = mapper.left(cases);
    Rows.exactly(left.contacts(), mapper.deleteContacts(cases));
    Rows.exactly(left.notes(), mapper.clearNotes(cases));
    Rows.exactly(cases.size(), mapper.forget(cases, now));
    due.stream()
        .map(DueRow::photoDigest)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(files::forget);
    return due.size();
  }
}
