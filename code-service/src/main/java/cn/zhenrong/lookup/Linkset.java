package cn.zhenrong.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Levels as a linkset in JSON (RFC 9264, 4.2), within what GS1's schema for it allows: no
/// attribute beside `href`, `title`, `hreflang` and `type`.
final class Linkset {
  /// Where GS1 publishes the JSON-LD context of linksets.
  static final String CONTEXT = "https://ref.gs1.org/standards/resolver/linkset-context";

  private Linkset() {}

  static Map<String, Object> of(List<Level> levels) {
    return Map.of("linkset", contexts(levels));
  }

  /// The link context objects alone, one a level.
  static List<Map<String, Object>> contexts(List<Level> levels) {
    return levels.stream().map(Linkset::context).toList();
  }

  /// The links of one type only, for somebody who has to choose.
  static Map<String, Object> of(LinkChoice choice) {
    return of(choice.asLevels());
  }

  /// The same with the meaning of its members inside (GS1-Conformant Resolver 1.2.1, 2.10).
  static Map<String, Object> asJsonLd(List<Level> levels) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("dcterms", "http://purl.org/dc/terms/");
    context.put("schema", "https://schema.org/");
    context.put("linkset", "@graph");
    context.put("anchor", "@id");
    context.put("href", "@id");
    context.put("itemDescription", "schema:description");
    context.put("title", "dcterms:title");
    context.put("hreflang", Map.of("@id", "dcterms:language"));
    context.put("type", "dcterms:format");
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", context);
    document.putAll(of(levels));
    return document;
  }

  private static Map<String, Object> context(Level level) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("anchor", level.anchor());
    context.put("itemDescription", level.description());
    Map<String, List<Map<String, Object>>> byType = new LinkedHashMap<>();
    for (Link link : level.links()) {
      byType
          .computeIfAbsent(LinkType.VOCABULARY + link.type(), _ -> new ArrayList<>())
          .add(target(link));
    }
    context.putAll(byType);
    return context;
  }

  private static Map<String, Object> target(Link link) {
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("href", link.href());
    target.put("title", link.title().text());
    if (!link.languages().isEmpty()) {
      target.put("hreflang", link.languages());
    }
    if (link.mediaType() != null) {
      target.put("type", link.mediaType());
    }
    return target;
  }
}
