package cn.zhenrong.evidence;

/// Whether a report still counts. Only `VALID` does.
public enum ReportStatus {
  VALID,
  /// Taken back by its maker before a code was issued under it, such as one that was mistyped.
  RETRACTED,
  /// Taken back by the laboratory or the association; its batches answer so at once.
  WITHDRAWN,
  /// Past its last day. Told by the date, never stored.
  EXPIRED
}
