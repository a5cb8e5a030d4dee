package cn.zhenrong.benchmarks;

/// What is measured of verifications, in one process with its stores on all cores.
enum ScanMeasurement implements Measured {
  PROMISED("scan/promised, kept in stream or journal"),
  COUNTED("scan/counted, in the table");

  private final String title;

  ScanMeasurement(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String unit() {
    return "scans/s";
  }
}
