package cn.zhenrong.lookup;

import cn.zhenrong.evidence.Report;
import cn.zhenrong.evidence.ReportStatus;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.Share;
import cn.zhenrong.issue.Line;
import cn.zhenrong.product.Style;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A garment or a product as linked data, in the terms of the GS1 Web Vocabulary 1.16 and of
/// schema.org, with the context inside. Percentages are exact decimal numbers from 0 to 100, as
/// GS1's property has them. Of a GTIN only what is true of every garment is told: composition and
/// report belong to a batch.
final class JsonLd {
  private static final String GS1 = "gs1:";
  private static final String SCHEMA = "schema:";

  private JsonLd() {}

  static Map<String, Object> of(Answer answer, List<Level> levels) {
    Style style = answer.facts().style();
    Level own = levels.getFirst();
    Map<String, Object> item = head(own, style, "schema:IndividualProduct");
    gtin(item, answer.code().line().key().key());
    both(item, "hasSerialNumber", "serialNumber", answer.code().serial().text());
    variant(item, answer.code().line());
    item.put("schema:manufacturer", organisation(answer.facts().maker().name()));
    composition(item, answer.facts().label().composition().parts());
    certification(item, answer, own.anchor());
    item.put(
        "schema:additionalProperty",
        List.of(
            property("status", answer.status()),
            property("verdict", answer.verdict().situation().name())));
    if (levels.size() > 1) {
      item.put("schema:isVariantOf", id(levels.getLast().anchor()));
    }
    links(item, own);
    return item;
  }

  static Map<String, Object> of(Identified.Product product, Level level) {
    Map<String, Object> item = head(level, product.style(), "schema:ProductModel");
    gtin(item, product.gtin().digits());
    links(item, level);
    return item;
  }

  private static Map<String, Object> head(Level level, Style style, String type) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("@context", object("gs1", LinkType.VOCABULARY, "schema", "https://schema.org/"));
    item.put("@id", level.anchor());
    item.put("@type", List.of("gs1:Clothing", type));
    item.put("gs1:productName", List.of(text(style.name(), "zh")));
    item.put("schema:name", style.name());
    item.put("schema:mpn", style.styleNo());
    return item;
  }

  private static void gtin(Map<String, Object> item, String digits) {
    if (!digits.isEmpty()) {
      both(item, "gtin", "gtin", digits);
      item.put("schema:hasGS1DigitalLink", id(String.valueOf(item.get("@id"))));
    }
  }

  private static void variant(Map<String, Object> item, Line line) {
    item.put("schema:color", line.colour());
    item.put("schema:size", line.size());
  }

  /// One component is the garment itself; of several each is a part, whose shares make 100.
  private static void composition(Map<String, Object> item, List<Part> parts) {
    if (parts.size() == 1) {
      item.putAll(material(parts.getFirst()));
      return;
    }
    List<Map<String, Object>> components = new ArrayList<>();
    for (Part part : parts) {
      Map<String, Object> component = new LinkedHashMap<>();
      component.put("@type", "schema:Product");
      component.put("schema:name", part.name());
      component.putAll(material(part));
      components.add(component);
    }
    item.put("schema:hasPart", components);
  }

  private static Map<String, Object> material(Part part) {
    return object(
        "gs1:textileMaterial",
        part.shares().stream().map(JsonLd::share).toList(),
        "schema:material",
        part.shares().stream().map(share -> share.fibre().name()).toList());
  }

  private static Map<String, Object> share(Share share) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("@type", "gs1:TextileMaterialDetails");
    details.put(
        "gs1:textileMaterialDescription",
        List.of(text(share.fibre().name(), "zh"), text(share.fibre().english(), "en")));
    details.put("gs1:textileMaterialPercentage", new BigDecimal(share.percentText()));
    return details;
  }

  private static void certification(Map<String, Object> item, Answer answer, String anchor) {
    Report report = answer.facts().report();
    boolean active = report.status() == ReportStatus.VALID;
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("@type", "gs1:CertificationDetails");
    details.put("gs1:certificationIdentification", report.number());
    details.put("gs1:certificationAgency", report.lab());
    details.put("gs1:certificationStandard", report.method());
    details.put("gs1:certificationAuditDate", report.issuedOn().toString());
    if (report.validUntil() != null) {
      details.put("gs1:certificationEndDate", report.validUntil().toString());
    }
    details.put("gs1:certificationStatus", active ? "ACTIVE" : "INACTIVE");
    details.put("gs1:certificationSubject", anchor);
    item.put("gs1:certification", List.of(details));
    Map<String, Object> same = new LinkedHashMap<>();
    same.put("@type", "schema:Certification");
    same.put("schema:certificationIdentification", report.number());
    same.put("schema:issuedBy", organisation(report.lab()));
    same.put(
        "schema:certificationStatus",
        id("https://schema.org/Certification" + (active ? "Active" : "Inactive")));
    item.put("schema:hasCertification", List.of(same));
  }

  /// Every link but the defaults, which say nothing about the thing.
  private static void links(Map<String, Object> item, Level level) {
    Map<String, List<Map<String, Object>>> byType = new LinkedHashMap<>();
    for (Link link : level.links()) {
      if (!link.type().startsWith(LinkType.DEFAULT)) {
        byType.computeIfAbsent(GS1 + link.type(), _ -> new ArrayList<>()).add(id(link.href()));
      }
    }
    item.putAll(byType);
  }

  private static void both(Map<String, Object> item, String gs1, String schema, String value) {
    item.put(GS1 + gs1, value);
    item.put(SCHEMA + schema, value);
  }

  private static Map<String, Object> organisation(String name) {
    return object("@type", "schema:Organization", "schema:name", name);
  }

  private static Map<String, Object> property(String name, String value) {
    Map<String, Object> property = object("@type", "schema:PropertyValue", "schema:name", name);
    property.put("schema:value", value);
    return property;
  }

  private static Map<String, Object> text(String value, String language) {
    return object("@value", value, "@language", language);
  }

  private static Map<String, Object> id(String iri) {
    return Map.of("@id", iri);
  }

  /// Two members in this order: the same document has the same bytes at every instance.
  private static Map<String, Object> object(
      String name, Object value, String second, Object secondValue) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(name, value);
    object.put(second, secondValue);
    return object;
  }
}
