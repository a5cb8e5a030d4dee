package cn.zhenrong.issue;

import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.evidence.Reports;
import org.springframework.stereotype.Service;

/// Tells whether the gate a batch came through is still open: whether its report still backs it.
@Service
public class Backing {
  private final Reports reports;

  Backing(Reports reports) {
    this.reports = reports;
  }

  /// Whether there is a report with this id.
  public boolean isReport(long id) {
    return reports.find(new ReportId(id)).isPresent();
  }

  /// Whether the report behind a batch backs it now: it counts, and no alarm on it waits for the
  /// association. A second person knew those that stood when the batch was applied for. One read.
  public boolean stands(Batch batch) {
    return reports.backs(batch.report(), batch.reviewed() ? batch.createdAt() : null);
  }
}
