package cn.zhenrong.oversight;

import cn.zhenrong.problem.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An alert as a person closes it.
///
/// @param outcome `FALSE_ALARM`, `CASE` or `HOLD`
/// @param words what was found, at most 300 characters
record NewClosing(@Nullable String outcome, @Nullable String words) {
  private static final int LONGEST = 300;

  record Checked(AlertOutcome outcome, String words) {}

  Checked read() {
    Fields fields = new Fields();
    Checked checked =
        new Checked(
            fields.choice("outcome", outcome, List.of(AlertOutcome.values())),
            fields.text("words", words, LONGEST));
    fields.check();
    return checked;
  }
}
