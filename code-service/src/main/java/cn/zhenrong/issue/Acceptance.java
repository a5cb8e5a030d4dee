package cn.zhenrong.issue;

import cn.zhenrong.evidence.Report;
import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.evidence.Reports;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.party.PartyId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Gives a batch what makes it one: a range of indexes, the key it keeps for life, and garments out
/// of what quota and report allow.
///
/// Two steps, because the row is written once, with its final values, and the report is locked last
/// and shortly: many batches may share one. Whoever holds a maker's limits and a report took them
/// in this order, so two acceptances can wait for each other but never in a circle.
@Component
class Acceptance {
  private final IndexRanges ranges;
  private final Limits limits;
  private final Reports reports;
  private final Keys keys;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Acceptance(
      IndexRanges ranges,
      Limits limits,
      Reports reports,
      Keys keys,
      ApplicationEventPublisher events,
      Clock clock) {
    this.ranges = ranges;
    this.limits = limits;
    this.reports = reports;
    this.keys = keys;
    this.events = events;
    this.clock = clock;
  }

  /// The row of the batch once accepted, for the caller to write. What is refused here has used up
  /// no index.
  ///
  /// @param held the maker's limits, held until the transaction ends
  /// @param report as read in this transaction
  /// @throws cn.zhenrong.problem.Problem quota-exceeded, coverage-exceeded, or state-conflict if
  ///   there are no indexes left or a hold forbids it
  @Transactional(propagation = Propagation.MANDATORY)
  public BatchRow accepted(BatchRow row, Limit held, Report report) {
    events.publishEvent(
        new BatchAccepting(new PartyId(row.partyId()), new ReportId(row.reportId())));
    limits.require(new PartyId(row.partyId()), held, row.garments());
    reports.requireCovers(report, row.garments());
    return row.accepted(
        ranges.take(row.pieces()),
        keys.currentEpoch(),
        keys.heldCurrentSlot(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /// Takes the garments out of the report once the accepted row is written; sealing follows.
  ///
  /// @throws cn.zhenrong.problem.Problem coverage-exceeded if another batch was faster,
  ///   state-conflict if the report was withdrawn
  @Transactional(propagation = Propagation.MANDATORY)
  public void settle(BatchRow accepted) {
    reports.cover(new ReportId(accepted.reportId()), accepted.garments());
    events.publishEvent(new BatchAccepted(new BatchId(accepted.id())));
  }

  /// The database would not have the row: its block is not known there any more, or another batch
  /// starts at the same index. The next batch is from a new block.
  void refused(BatchRow accepted) {
    Long block = accepted.blockId();
    if (block != null) {
      ranges.forget(block);
    }
  }
}
