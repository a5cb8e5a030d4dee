package cn.zhenrong.evidence;

import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import java.util.Locale;

/// Why a report deserves a second look. The frauds behind them are known: one genuine report shown
/// for other goods, and forged ones made from a genuine one.
public enum AlarmKind {
  /// This number of this laboratory stands already, for another style or from another party.
  NUMBER_REUSED,
  /// The very same file is attached to another report.
  FILE_REUSED,
  /// The number stands already under another laboratory.
  NUMBER_OTHER_LAB,
  /// Another number has the same results to the last decimal.
  RESULTS_REPEATED,
  /// The sample is described as another product than the style.
  SAMPLE_OTHER_PRODUCT,
  /// Issued before the lot it is shown for was made.
  OLDER_THAN_GOODS,
  /// Issued more than a year ago.
  OLD,
  /// No laboratory of this name is in the register. Tells, but does not hold up: the register may
  /// lag behind.
  LAB_UNKNOWN,
  /// The laboratory had neither CMA nor CNAS on the day of issue.
  LAB_LAPSED;

  private static final Texts TEXTS = Texts.beside(AlarmKind.class);

  /// The stable name, such as `number-reused`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What to tell people; never says whose the other report is.
  public Words words() {
    return TEXTS.words("alarm." + code());
  }

  static AlarmKind of(String code) {
    for (AlarmKind kind : values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    throw new IllegalStateException("no such kind of alarm");
  }
}
