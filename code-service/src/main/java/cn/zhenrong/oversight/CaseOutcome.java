package cn.zhenrong.oversight;

/// How a case ended.
public enum CaseOutcome {
  /// What was reported is so.
  CONFIRMED,
  NOT_CONFIRMED,
  /// Given to the authority or the platform it belongs to.
  PASSED_ON,
  /// Nothing to find out: a question, or a package that was opened.
  ANSWERED
}
