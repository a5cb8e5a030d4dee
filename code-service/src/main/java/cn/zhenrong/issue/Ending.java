package cn.zhenrong.issue;

import cn.zhenrong.evidence.Reports;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Ends batches, in the transaction of whoever knows what became of their codes. What is asked of
/// the codes, and that none is handed out meanwhile, is the caller's to see to.
@Service
public class Ending {
  private final BatchMapper mapper;
  private final Reports reports;
  private final Audit audit;

  Ending(BatchMapper mapper, Reports reports, Audit audit) {
    this.mapper = mapper;
    this.reports = reports;
    this.audit = audit;
  }

  /// Cancels a batch: its report gets its pieces back, its indexes stay used for ever. Once more
  /// changes nothing.
  ///
  /// @param words why
  /// @return where the batch stood before
  /// @throws Problem not-found; state-conflict while it is being sealed, or once it ended otherwise
  @Transactional(propagation = Propagation.MANDATORY)
  public BatchStatus cancel(Caller who, BatchId id, String words) {
    Batch batch = locked(id);
    switch (batch.status()) {
      case CANCELLED -> {
        return BatchStatus.CANCELLED;
      }
      case SEALING -> throw IssueTexts.problem(ProblemKind.STATE_CONFLICT, "batch.sealing");
      case REFUSED, CLOSED ->
          throw IssueTexts.problem(ProblemKind.STATE_CONFLICT, "batch.has-ended");
      case AWAITING_REVIEW -> {}
      case OPEN -> reports.giveBack(batch.report(), batch.garments());
    }
    end(who, batch, BatchStatus.CANCELLED, "batch.cancel", words);
    return batch.status();
  }

  /// Closes an open batch.
  ///
  /// @throws Problem not-found, or state-conflict unless it is open
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(Caller who, BatchId id) {
    Batch batch = locked(id);
    if (batch.status() != BatchStatus.OPEN) {
      throw IssueTexts.problem(ProblemKind.STATE_CONFLICT, "batch.has-ended");
    }
    end(who, batch, BatchStatus.CLOSED, "batch.close", null);
  }

  private void end(
      Caller who, Batch batch, BatchStatus status, String action, @Nullable String words) {
    Rows.one(mapper.end(batch.id().value(), batch.status().name(), status.name()));
    audit.note(who, action, "batch/" + batch.id(), words);
  }

  private Batch locked(BatchId id) {
    BatchRow row = mapper.lock(id.value());
    if (row == null) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    return row.batch(mapper.lines(row.id()));
  }
}
