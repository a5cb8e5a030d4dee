package cn.zhenrong.demo;

import cn.zhenrong.demo.Story.Garment;
import cn.zhenrong.demo.Story.LifeStory;
import java.awt.Color;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Brings one garment of the story into the service: style, label, report, application, and what
/// became of its codes. Whatever is there already is left as it is.
final class DemoGarments {
  static final String ASSOCIATION = "demo-association";
  private static final String QC = "demo-qc-1";
  private static final int PATIENCE = 600;

  private final DemoApi api;
  private final LocalDate today;

  DemoGarments(DemoApi api, LocalDate today) {
    this.api = api;
    this.today = today;
  }

  /// What became of a garment's application.
  ///
  /// @param batch null if the gate refused
  /// @param verdict the gate's word
  record Told(Garment garment, @Nullable JsonNode batch, String verdict) {}

  /// Enters the laboratories whose reports the story tells of.
  void labs(List<Story.LabStory> labs) {
    JsonNode there = api.get(ASSOCIATION, "/api/v1/labs?limit=200");
    for (Story.LabStory lab : labs) {
      if (find(there, "name", lab.name()) == null) {
        api.post(ASSOCIATION, "/api/v1/labs", lab, 0);
      }
    }
  }

  Told tell(Garment garment) {
    String key = "demo-" + garment.maker();
    String style = style(key, garment);
    photo(key, style, garment.photo());
    String label = label(key, style, garment);
    String report = report(key, style, garment);
    JsonNode answer = apply(key, style, label, report, garment);
    if (answer.has("type")) {
      return new Told(garment, null, answer.path("verdict").asString());
    }
    JsonNode batch = answer;
    String id = batch.path("id").asString();
    if (garment.approvedBecause() != null && status(batch).equals("AWAITING_REVIEW")) {
      Map<String, Object> decision =
          Map.of("decision", "APPROVE", "reason", garment.approvedBecause());
      api.post(ASSOCIATION, "/api/v1/batches/" + id + "/approval", decision, 0);
    }
    batch = whenSealed(key, id);
    if (status(batch).equals("OPEN")) {
      live(key, id, garment);
    }
    return new Told(garment, batch, batch.path("verdict").asString());
  }

  private String style(String key, Garment garment) {
    JsonNode there =
        find(api.get(key, "/api/v1/styles?limit=100"), "styleNo", garment.style().styleNo());
    return id(there == null ? api.post(key, "/api/v1/styles", garment.style(), 0) : there);
  }

  private void photo(String key, String style, Story.@Nullable PhotoStory told) {
    String path = "/api/v1/styles/" + style;
    if (told != null && !api.get(key, path).hasNonNull("photoDigest")) {
      Color yarn = new Color(Integer.parseInt(told.yarn(), 16));
      api.attach(key, path + "/photo", DemoPhoto.png(told.neck(), yarn));
    }
  }

  private String label(String key, String style, Garment garment) {
    String path = "/api/v1/styles/" + style + "/labels";
    JsonNode there = api.get(key, path);
    return id(there.isEmpty() ? api.post(key, path, garment.label(), 0) : there.get(0));
  }

  private String report(String key, String style, Garment garment) {
    JsonNode there = find(api.get(key, "/api/v1/reports?limit=100"), "styleId", style);
    if (there != null) {
      return id(there);
    }
    Story.ReportStory told = garment.report();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("number", told.number());
    body.put("lab", told.lab());
    body.put("issuedOn", today.minusDays(told.daysAgo()).toString());
    body.put("method", told.method());
    body.put("basis", told.basis());
    body.put("sampling", told.sampling());
    body.put("styleId", style);
    body.put("coversQuantity", told.coversQuantity());
    body.put("parts", told.parts());
    return id(api.post(key, "/api/v1/reports", body, 0));
  }

  private JsonNode apply(String key, String style, String label, String report, Garment garment) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("styleId", style);
    body.put("labelId", label);
    body.put("reportId", report);
    body.put("profile", garment.batch().profile());
    body.put("lines", garment.batch().lines());
    body.put("externalNo", garment.batch().externalNo());
    return api.post(key, "/api/v1/batches", body, 422);
  }

  private JsonNode whenSealed(String key, String id) {
    JsonNode batch = api.get(key, "/api/v1/batches/" + id);
    for (int i = 0; i < PATIENCE && status(batch).equals("SEALING"); i++) {
      pause();
      batch = api.get(key, "/api/v1/batches/" + id);
    }
    return batch;
  }

  /// Only if nothing of it happened yet: what a visitor did to the demo stays done.
  private void live(String key, String id, Garment garment) {
    String batch = "/api/v1/batches/" + id;
    JsonNode balance = api.get(key, batch + "/balance");
    if (garment.life().isEmpty() || balance.path("active").asLong() > 0) {
      return;
    }
    for (LifeStory step : garment.life()) {
      live(key, batch, step);
    }
    if (garment.hold() != null) {
      Map<String, Object> hold =
          Map.of(
              "scope", Map.of("batch", id),
              "reason", garment.hold().reason(),
              "recall", garment.hold().recall());
      api.post(ASSOCIATION, "/api/v1/holds", hold, 0);
    }
  }

  private void live(String key, String batch, LifeStory step) {
    List<Long> active = step.activate();
    if (active != null) {
      Map<String, Object> range = Map.of("first", active.get(0), "last", active.get(1));
      api.post(QC, batch + "/activations", range, 0);
    }
    if (step.voided() != null && step.reason() != null) {
      String path = "/api/v1/codes/" + serial(key, batch, step.voided()) + "/void";
      api.post(key, path, Map.of("reason", step.reason()), 0);
    }
    if (step.replace() != null && step.reason() != null) {
      String path = "/api/v1/codes/" + serial(key, batch, step.replace()) + "/replace";
      api.post(key, path, Map.of("reason", step.reason()), 0);
    }
  }

  /// The serial with a sequence number, read from the code file as a print shop would.
  private String serial(String key, String batch, long sequence) {
    return row(api, key, batch, sequence)[1];
  }

  /// One row of the code file, without its quotes. Every start asks for it again.
  static String[] row(DemoApi api, String key, String batch, long sequence) {
    String csv = api.text(key, batch + "/codes.csv?count=1&reason=demo&from=" + sequence);
    return csv.lines().skip(1).findFirst().orElseThrow().replace("\"", "").split(",", -1);
  }

  private static @Nullable JsonNode find(JsonNode list, String field, String value) {
    for (JsonNode one : list) {
      if (one.path(field).asString().equals(value)) {
        return one;
      }
    }
    return null;
  }

  private static String id(JsonNode answer) {
    return answer.path("id").asString();
  }

  private static String status(JsonNode batch) {
    return batch.path("status").asString();
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
