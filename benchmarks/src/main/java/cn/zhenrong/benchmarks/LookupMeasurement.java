package cn.zhenrong.benchmarks;

/// What is measured with one core for the service and one for the load.
enum LookupMeasurement implements Measured {
  RAW("lookup/a servlet that writes fixed bytes", "/bench/raw", "application/json"),
  MVC("lookup/an empty Spring MVC endpoint", "/bench/mvc/json", "application/json"),
  REAL("lookup/real codes, JSON", "/api/v1/codes/", "application/json"),
  JUNK("lookup/junk, JSON", "/api/v1/codes/", "application/json"),
  ROW("lookup/a row for each code, Redis in front, JSON", "/bench/mvc/row/", "application/json"),
  RESOLVED("lookup/real codes, resolver to the page", "", "text/html"),
  LINKSET("lookup/real codes, linkset", "", "application/linkset+json"),
  PAGE("lookup/real codes, page", "/scan/", "text/html");

  private final String title;
  private final String path;
  private final String accept;

  LookupMeasurement(String title, String path, String accept) {
    this.title = title;
    this.path = path;
    this.accept = accept;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String unit() {
    return "answers/s";
  }

  /// Before the serial; empty for the path on the label.
  String path() {
    return path;
  }

  String accept() {
    return accept;
  }

  /// Whether the answers are 2xx or 3xx.
  boolean succeeds() {
    return this != JUNK;
  }
}
