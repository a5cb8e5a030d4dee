package cn.zhenrong.evidence;

import cn.zhenrong.party.Caller;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The register of test reports and how much of each is used.
@Service
public class Reports {

  /// A report the caller may see.
  ///
  /// @throws cn.zhenrong.problem.Problem not-found if there is none or it is another party's
  public Report get(Caller caller, ReportId id) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// A report whoever it belongs to, for the public answer.
  public Optional<Report> find(ReportId id) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Takes pieces out of what the report covers, in the caller's transaction.
  ///
  /// @throws cn.zhenrong.problem.Problem coverage-exceeded if fewer are left; tells how many
  public void cover(ReportId id, long pieces) {
    throw new UnsupportedOperationException("not built yet");
  }
}
