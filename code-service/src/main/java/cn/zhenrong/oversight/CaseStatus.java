package cn.zhenrong.oversight;

/// How far a case is.
public enum CaseStatus {
  RECEIVED,
  IN_PROGRESS,
  CLOSED;

  /// One step at a time, so that the dates tell when somebody took it up; while it is in progress
  /// it may be answered more than once.
  boolean mayBecome(CaseStatus next) {
    return switch (this) {
      case RECEIVED -> next == IN_PROGRESS;
      case IN_PROGRESS -> next != RECEIVED;
      case CLOSED -> false;
    };
  }
}
