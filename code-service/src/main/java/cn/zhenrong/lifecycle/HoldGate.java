package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchAccepting;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// No new codes under a report, or for a maker, on hold: else a hold would only move the fraud into
/// the next batch.
@Component
class HoldGate {
  private final Holds holds;

  HoldGate(Holds holds) {
    this.holds = holds;
  }

  /// @throws cn.zhenrong.problem.Problem state-conflict, with the hold's reason
  @EventListener
  void accepting(BatchAccepting event) {
    holds
        .onRecords("report/" + event.report(), "party/" + event.party())
        .ifPresent(row -> {
          throw LifeTexts.conflict(
              row.recall() ? "accept.recalled" : "accept.on-hold", row.reason());
        });
  }
}
