package cn.zhenrong.evidence;

/// Whether a report still counts.
public enum ReportStatus {
  VALID,
  /// Taken back by the laboratory or the association; its batches answer so at once.
  WITHDRAWN
}
