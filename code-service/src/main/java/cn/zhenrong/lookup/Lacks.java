package cn.zhenrong.lookup;

import cn.zhenrong.evidence.Report;
import cn.zhenrong.page.ReportPanel.Lack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reader would expect of a report and is not there, the same on page, paper and in JSON.
final class Lacks {
  private Lacks() {}

  /// @param lab null if nothing can be told of it now; then nothing is said
  static List<Lack> of(Report report, KnownLabs.@Nullable Lab lab) {
    List<Lack> lacks = new ArrayList<>(2);
    if (lab != null && !lab.registered()) {
      lacks.add(Lack.LAB_NOT_REGISTERED);
    }
    if (report.fileDigest() == null) {
      lacks.add(Lack.ORIGINAL_NOT_ON_FILE);
    }
    return lacks;
  }
}
