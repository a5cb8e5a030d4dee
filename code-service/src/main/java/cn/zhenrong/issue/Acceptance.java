package cn.zhenrong.issue;

import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.evidence.Reports;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.party.Rows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Gives a batch what makes it one: pieces out of the report's coverage, a range of indexes, and
/// the key it keeps for life.
///
/// The report's row is locked before the counter's, here and nowhere else, so two acceptances can
/// wait for each other but never in a circle.
@Component
class Acceptance {
  private final BatchMapper mapper;
  private final Reports reports;
  private final Keys keys;
  private final ApplicationEventPublisher events;

  Acceptance(BatchMapper mapper, Reports reports, Keys keys, ApplicationEventPublisher events) {
    this.mapper = mapper;
    this.reports = reports;
    this.keys = keys;
    this.events = events;
  }

  /// Accepts a batch.
  ///
  /// @return the row as it is now
  /// @throws cn.zhenrong.problem.Problem coverage-exceeded if the report covers fewer pieces
  @Transactional(propagation = Propagation.MANDATORY)
  public BatchRow accept(BatchRow row) {
    reports.cover(new ReportId(row.reportId()), row.pieces());
    Rows.one(mapper.reserve(row.pieces()));
    BatchRow accepted =
        row.accepted(mapper.reserved(), keys.currentEpoch(), keys.heldCurrentSlot());
    Rows.one(mapper.accept(accepted));
    events.publishEvent(new BatchAccepted(new BatchId(row.id())));
    return accepted;
  }
}
