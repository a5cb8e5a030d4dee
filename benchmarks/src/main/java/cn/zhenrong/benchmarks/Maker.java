package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A maker that registers what an application needs, applies for codes and waits until they are
/// there, all over HTTP.
///
/// @param wire its connection
record Maker(Wire wire) {
  static final String BATCHES = "/api/v1/batches";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());
  private static final long COVERS = 100_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  /// A style, its composition label and a laboratory report that supports it.
  record Papers(String style, String label, String report) {
    /// The body of an application.
    ///
    /// @param profile `signed` or `compact`
    String application(String profile, long quantity) {
      return JSON.writeValueAsString(
          Map.of(
              "styleId", style,
              "labelId", label,
              "reportId", report,
              "profile", profile,
              "lines", List.of(Map.of("colour", "驼色", "size", "170/92A", "quantity", quantity))));
    }
  }

  /// New papers: a sweater of 95 % cashmere, measured 94.6 %, whose report covers a hundred million
  /// pieces.
  Papers papers() throws IOException {
    long number = NUMBERS.incrementAndGet();
    String style =
        made(
            "/api/v1/styles",
            Map.of(
                "styleNo",
                "K" + number,
                "name",
                "圆领羊绒衫",
                "gtin",
                gtin(number),
                "markets",
                List.of("CN"),
                "standard",
                "FZ/T 73009-2021",
                "safetyClass",
                "B",
                "variants",
                List.of(Map.of("colour", "驼色", "size", "170/92A"))));
    String label = made("/api/v1/styles/" + style + "/labels", Map.of("text", "95%山羊绒 5%绵羊毛"));
    String report =
        made(
            "/api/v1/reports",
            Map.of(
                "number", "R-" + number,
                "lab", "江南试验检测中心",
                "issuedOn", "2026-10-08",
                "method", "GB/T 16988-2013",
                "basis", "official-regain",
                "sampling", "submitted",
                "styleId", style,
                "coversQuantity", COVERS,
                "parts", List.of(Map.of("part", "大身", "fibres", fibres()))));
    return new Papers(style, label, report);
  }

  /// Applies and waits until the codes are there.
  String issue(Papers papers, String profile, long quantity)
      throws IOException, InterruptedException {
    String id = id(wire.post(BATCHES, papers.application(profile, quantity)));
    awaitOpen(id);
    return id;
  }

  static String id(Wire.Answer answer) {
    return JSON.readTree(answer.expect(201)).path("id").asString();
  }

  /// Waits until a batch is sealed.
  ///
  /// @throws IllegalStateException if it is not within three minutes
  void awaitOpen(String id) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode batch = JSON.readTree(wire.get(BATCHES + "/" + id).expect(200));
      if (batch.path("status").asString().equals("OPEN")) {
        return;
      }
      Thread.sleep(5);
    }
    throw new IllegalStateException("a batch was not sealed within " + PATIENCE);
  }

  /// The serials of the first codes of a batch, from its file of codes.
  List<String> serials(String batch, int count) throws IOException {
    return rows(wire.get(BATCHES + "/" + batch + "/codes.csv?count=" + count).expect(200));
  }

  static List<String> rows(String file) {
    return file.lines().skip(1).map(row -> row.split(",", 3)[1]).toList();
  }

  private String made(String path, Map<String, Object> body) throws IOException {
    return id(wire.post(path, JSON.writeValueAsString(body)));
  }

  private static List<Map<String, String>> fibres() {
    return List.of(
        Map.of("fibre", "山羊绒", "percent", "94.6"), Map.of("fibre", "绵羊毛", "percent", "5.4"));
  }

  /// A GTIN-14 of the demo maker, whose prefix is 9521234.
  static String gtin(long number) {
    String body = "09521234" + String.valueOf(100_000 + number % 100_000).substring(1);
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return body + (10 - sum % 10) % 10;
  }
}
