package cn.zhenrong.benchmarks;

/// What is measured of verifications, in one process with its stores on all cores.
enum ScanMeasurement implements Measured {
  PROMISED("scan/promised, kept in stream or journal"),
  DRAINED("scan/drained, from the stream into the tables, nothing else to do"),
  COUNTED("scan/counted, from the shopper into the tables"),
  CROWDED("scan/counted, everybody at the same few codes");

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
