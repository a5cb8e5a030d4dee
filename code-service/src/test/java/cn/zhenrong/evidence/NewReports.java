package cn.zhenrong.evidence;

import cn.zhenrong.testing.Api;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Bodies of reports to send, each with a number and results of its own.
record NewReports(Map<String, String> members) {
  static final String PATH = "/api/v1/reports";

  static NewReports forNewStyle(Api maker) {
    String number = "S" + System.nanoTime();
    String style =
        maker
            .post("/api/v1/styles", "{'styleNo':'%s','name':'圆领羊绒衫'}".formatted(number))
            .text("id");
    Map<String, String> members = new LinkedHashMap<>();
    members.put("number", "'R-" + System.nanoTime() + "'");
    members.put("lab", "'江南试验检测中心'");
    members.put("issuedOn", "'2026-10-08'");
    members.put("method", "'GB/T 16988-2013'");
    members.put("basis", "'official-regain'");
    members.put("sampling", "'submitted'");
    members.put("styleId", "'" + style + "'");
    members.put("coversQuantity", "5000");
    members.put("parts", parts("94.6", "5.4"));
    return new NewReports(members);
  }

  static String parts(String cashmere, String wool) {
    return "[{'part':'大身','fibres':[{'fibre':'山羊绒','percent':'"
        + cashmere
        + "'},{'fibre':'绵羊毛','percent':'"
        + wool
        + "'}]}]";
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
