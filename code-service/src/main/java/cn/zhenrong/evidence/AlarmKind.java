package cn.zhenrong.evidence;

import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import java.util.Locale;

/// Why a report deserves a second look. The frauds behind the first four are known: one genuine
/// report shown for other goods, and forged ones made from a genuine one.
public enum AlarmKind {
  /// This number of this laboratory stands already, for another style or from another party.
  NUMBER_REUSED,
  /// The very same file is attached to another report.
  FILE_REUSED,
  /// The number stands already under another laboratory.
  NUMBER_OTHER_LAB,
  /// Another number has the same results to the last decimal.
  RESULTS_REPEATED,
  /// Issued more than a year ago.
  OLD;

  private static final Texts TEXTS = Texts.beside(AlarmKind.class);

  /// The stable name, such as `number-reused`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What to tell people; never says whose the other report is.
  public Words words() {
    return TEXTS.words("alarm." + code());
  }
}
