package cn.zhenrong.evidence;

/// Published in the transaction that takes a report back: whatever rests on it no longer does.
public record ReportWithdrawn(ReportId report) {}
