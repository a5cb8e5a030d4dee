package cn.zhenrong.evidence;

import cn.zhenrong.testing.Api;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/// Bodies of reports to send, each with a number and results of its own.
record NewReports(Map<String, String> members) {
  static final String PATH = "/api/v1/reports";
  static final String LAB = "江南试验检测中心";

  static NewReports forNewStyle(Api maker) {
    registerLab(maker, LAB, "2020-01-01", "2099-12-31");
    String number = "S" + System.nanoTime();
    String style =
        maker
            .post("/api/v1/styles", "{'styleNo':'%s','name':'圆领羊绒衫'}".formatted(number))
            .text("id");
    Map<String, String> members = new LinkedHashMap<>();
    members.put("number", "'R-" + System.nanoTime() + "'");
    members.put("lab", "'" + LAB + "'");
    members.put("issuedOn", "'2026-10-08'");
    members.put("method", "'GB/T 16988-2013'");
    members.put("basis", "'official-regain'");
    members.put("sampling", "'submitted'");
    members.put("styleId", "'" + style + "'");
    members.put("coversQuantity", "5000");
    members.put("parts", unlikeAnyOther());
    return new NewReports(members);
  }

  /// Enters a laboratory under CMA, unless it stands already.
  static void registerLab(Api anybody, String name, String from, String until) {
    new Api(URI.create(anybody.http().base()).getPort(), "demo-association")
        .post(
            "/api/v1/labs",
            """
            {'name':'%s','accreditations':[{'mark':'CMA','certificate':'000000000001',
             'validFrom':'%s','validUntil':'%s'}]}
            """
                .formatted(name, from, until));
  }

  static String parts(String cashmere, String wool) {
    return "[{'part':'大身','fibres':[{'fibre':'山羊绒','percent':'"
        + cashmere
        + "'},{'fibre':'绵羊毛','percent':'"
        + wool
        + "'}]}]";
  }

  /// Results that no other test and no earlier run has sent.
  private static String unlikeAnyOther() {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      int hundredths = ThreadLocalRandom.current().nextInt(1, 10_000);
      parts
          .append(i == 0 ? "[" : ",")
          .append("{'part':'部位")
          .append("甲乙丙丁".charAt(i))
          .append("','fibres':[{'fibre':'棉','percent':'")
          .append(BigDecimal.valueOf(hundredths, 2).toPlainString())
          .append("'},{'fibre':'亚麻','percent':'")
          .append(BigDecimal.valueOf(10_000 - hundredths, 2).toPlainString())
          .append("'}]}");
    }
    return parts.append("]").toString();
  }

  /// The same body with one member written otherwise; apostrophes stand for quotes.
  NewReports with(String member, String json) {
    Map<String, String> changed = new LinkedHashMap<>(members);
    changed.put(member, json);
    return new NewReports(changed);
  }

  String number() {
    return plain("number");
  }

  String issuedOn() {
    return plain("issuedOn");
  }

  String styleId() {
    return plain("styleId");
  }

  String json() {
    return members.entrySet().stream()
        .map(entry -> "'" + entry.getKey() + "':" + entry.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String plain(String member) {
    return members.getOrDefault(member, "").replace("'", "");
  }
}
