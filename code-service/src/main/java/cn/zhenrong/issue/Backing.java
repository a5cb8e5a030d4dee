package cn.zhenrong.issue;

import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.evidence.ReportStatus;
import cn.zhenrong.evidence.Reports;
import org.springframework.stereotype.Service;

/// Tells whether the gate a batch came through is still open: whether its report still counts.
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

  /// Whether the report behind a batch is valid now. One read by primary key.
  public boolean stands(Batch batch) {
    return reports
        .find(batch.report())
        .filter(report -> report.status() == ReportStatus.VALID)
        .isPresent();
  }
}
