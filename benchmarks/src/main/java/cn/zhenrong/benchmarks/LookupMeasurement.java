package cn.zhenrong.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/// What is measured with one core for the service and one for the load.
enum LookupMeasurement implements Measured {
  RAW("lookup/a servlet that writes fixed bytes", "/bench/raw", "application/json"),
  MVC("lookup/an empty Spring MVC endpoint", "/bench/mvc/json", "application/json"),
  REAL("lookup/real codes, JSON", "/api/v1/codes/", "application/json"),
  JUNK("lookup/junk, JSON", "/api/v1/codes/", "application/json"),
  ROW("lookup/a row for each code, Redis in front, JSON", "/bench/mvc/row/", "application/json"),
  RESOLVED("lookup/real codes, resolver to the page", "", "text/html"),
  LINKSET("lookup/real codes, linkset", "", "application/linkset+json"),
  PAGE("lookup/real codes, page", "/scan/", "text/html"),
  /// As every browser asks.
  PACKED("lookup/real codes, page packed by gzip", "/scan/", "text/html", "Accept-Encoding: gzip");

  private final String title;
  private final String path;
  private final List<String> headers;

  LookupMeasurement(String title, String path, String accept, String... more) {
    this.title = title;
    this.path = path;
    this.headers = Stream.concat(Stream.of("Accept: " + accept), Stream.of(more)).toList();
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

  /// What it asks with, `name: value`.
  List<String> headers() {
    return headers;
  }

  /// Whether the answers are 2xx or 3xx.
  boolean succeeds() {
    return this != JUNK;
  }
}
