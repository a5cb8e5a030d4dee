package cn.zhenrong.oversight;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.scan.CloneRule;
import cn.zhenrong.scan.Signals;
import cn.zhenrong.scan.Suspicion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Alerts as the association works through them.
@Service
class Alerts {
  static final int MOST_CODES = 100;
  private static final int MOST_DAYS = 366;

  private final AlertMapper mapper;
  private final Signals signals;
  private final Batches batches;
  private final Codes codes;
  private final Audit audit;
  private final Clock clock;

  Alerts(
      AlertMapper mapper, Signals signals, Batches batches, Codes codes, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.signals = signals;
    this.batches = batches;
    this.codes = codes;
    this.audit = audit;
    this.clock = clock;
  }

  /// @param batch null if none is concerned
  /// @param samples serials of a few of its codes
  record Alert(AlertRow row, @Nullable Batch batch, List<String> samples) {}

  /// @param sequence of the code in its batch
  record Hit(String serial, long sequence, Suspicion suspicion) {}

  /// @param days newest first, at most 366
  /// @param hits by sequence number, at most 100
  record Opened(Alert alert, List<AlertDay> days, List<Hit> hits) {}

  /// Newest first.
  ///
  /// @param open null for all
  List<Alert> page(Caller who, @Nullable Boolean open, Listing listing) {
    who.require(Role.ASSOCIATION);
    return mapper.page(open, listing.before(), listing.limit()).stream().map(this::alert).toList();
  }

  /// An alert with its days and codes.
  ///
  /// @param after sequence number the last page of codes ended with; 0 for the first
  Opened get(Caller who, long id, long after) {
    who.require(Role.ASSOCIATION);
    return opened(found(id), after);
  }

  /// Closes an alert. If nothing was wrong, what the rule saw of its codes is shown no longer.
  ///
  /// @throws Problem state-conflict if it is closed
  @Transactional
  Opened close(Caller who, long id, NewClosing input) {
    who.require(Role.ASSOCIATION);
    NewClosing.Checked closing = input.read();
    AlertRow row = found(id);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (mapper.close(id, closing.outcome(), closing.words(), who.person(), now) != 1) {
      throw AlertTexts.closed();
    }
    Batch batch = batch(row);
    if (batch != null && closing.outcome() == AlertOutcome.FALSE_ALARM) {
      signals.dismiss(reach(row, batch, 0), now);
    }
    audit.note(who, "alert.close", "alert/" + id, closing.outcome() + ": " + closing.words());
    return opened(found(id), 0);
  }

  /// What became of each rule's alerts.
  Map<CloneRule, RuleCount> counts(Caller who) {
    who.require(Role.ASSOCIATION);
    return mapper.counts().stream().collect(Collectors.toMap(RuleCount::rule, Function.identity()));
  }

  private AlertRow found(long id) {
    return Optional.ofNullable(mapper.find(id))
        .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
  }

  private Alert alert(AlertRow row) {
    Batch batch = batch(row);
    List<String> samples =
        batch == null
            ? List.of()
            : row.sampled().stream().map(index -> serial(batch, index)).toList();
    return new Alert(row, batch, samples);
  }

  private Opened opened(AlertRow row, long after) {
    Alert alert = alert(row);
    Batch batch = alert.batch();
    List<Hit> hits =
        batch == null || after >= batch.count()
            ? List.of()
            : signals.of(reach(row, batch, after), MOST_CODES).stream()
                .map(seen ->
                    new Hit(serial(batch, seen.index()), seen.index() - batch.first() + 1, seen))
                .toList();
    return new Opened(alert, mapper.days(row.id(), MOST_DAYS), hits);
  }

  private @Nullable Batch batch(AlertRow row) {
    return row.batchId() == null ? null : batches.find(new BatchId(row.batchId())).orElseThrow();
  }

  private static Signals.Reach reach(AlertRow row, Batch batch, long after) {
    return new Signals.Reach(
        row.rule(),
        batch.first() + after,
        batch.first() + batch.count() - 1,
        row.firstAt(),
        row.lastAt());
  }

  private String serial(Batch batch, long index) {
    return codes.at(batch, index - batch.first() + 1).serial().text();
  }
}
