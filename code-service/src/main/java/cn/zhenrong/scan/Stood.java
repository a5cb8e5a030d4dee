package cn.zhenrong.scan;

import cn.zhenrong.lifecycle.CodeState;
import cn.zhenrong.lifecycle.Standing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Where a code stood, as far as the clone rules ask.
///
/// @param since when it came there, in whole milliseconds; null while it is as issued
/// @param soldAgain whether it was returned, re-inspected and activated again
record Stood(CodeState state, @Nullable Instant since, boolean soldAgain) {

  static Stood of(Standing standing) {
    Instant since = standing.since();
    return new Stood(
        standing.state(),
        since == null ? null : since.truncatedTo(ChronoUnit.MILLIS),
        standing.soldAgain());
  }

  /// Where the code stood at a verification, if this is where it stands when the verification is
  /// applied, perhaps an hour later.
  ///
  /// What it has been since before then it was then too, whatever an instance believed that had not
  /// heard of it yet. Otherwise what was believed counts, if anything was.
  Stood at(ScanEvent event) {
    Stood then = event.stood();
    return then == null || since == null || !since.isAfter(event.at()) ? this : then;
  }
}
