package cn.zhenrong.evidence;

/// Identifies a test report.
public record ReportId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
