package cn.zhenrong.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    Map<String, List<Target>> byType = new LinkedHashMap<>();
    for (Link link : level.links()) {
      byType
          .computeIfAbsent(LinkType.VOCABULARY + link.type(), _ -> new ArrayList<>(2))
          .add(Target.of(link));
    }
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("anchor", level.anchor());
    context.put("itemDescription", level.description());
    context.putAll(byType);
    return context;
  }

  /// A target object (RFC 9264, 4.2.3).
  @JsonPropertyOrder({"href", "title", "hreflang", "type"})
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private record Target(String href, String title, List<String> hreflang, @Nullable String type) {
    static Target of(Link link) {
      return new Target(link.href(), link.title().text(), link.languages(), link.mediaType());
    }
  }
}
