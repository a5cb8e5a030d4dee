package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What GS1's two JSON schemas ask for (artefacts of GS1-Conformant Resolver 1.2), stated again as
/// checks: the schema files themselves carry no licence to pass them on.
final class Gs1Schemas {
  private static final Pattern ADDRESS = Pattern.compile("^https?://[a-zA-Z0-9./].*");
  private static final Pattern RELATION =
      Pattern.compile("[a-z-]+|https?://[a-zA-Z0-9./_\\[\\]\\\\^`]+");
  private static final Pattern LANGUAGE = Pattern.compile("\\w{2}|\\w{2}-\\w{2}");
  private static final Pattern MEDIA_TYPE = Pattern.compile("\\w+/[-+.\\w]+");
  private static final Set<String> TARGET =
      Set.of("href", "title", "hreflang", "type", "context", "fwqs", "public");
  private static final Set<String> KEYS =
      Set.of(
          "all", "00", "01", "253", "255", "401", "402", "414", "415", "417", "8003", "8004",
          "8006", "8010", "8013", "8017", "8018");

  private Gs1Schemas() {}

  static void assertLinkset(JsonNode document) {
    assertThat(document.propertyNames()).containsExactly("linkset");
    assertThat(document.path("linkset").isArray()).isTrue();
    assertThat(document.path("linkset").size()).isPositive();
    for (JsonNode context : document.path("linkset")) {
      assertContext(context);
    }
  }

  private static void assertContext(JsonNode context) {
    assertThat(context.isObject()).isTrue();
    assertThat(context.path("anchor").asString("")).matches(ADDRESS);
    for (String name : context.propertyNames()) {
      if (name.equals("itemDescription")) {
        assertThat(context.path(name).isString()).isTrue();
      } else if (!name.equals("anchor")) {
        assertThat(name).matches(RELATION);
        assertThat(context.path(name).isArray()).isTrue();
        assertThat(context.path(name).size()).isPositive();
        context.path(name).forEach(Gs1Schemas::assertTarget);
      }
    }
  }

  private static void assertTarget(JsonNode target) {
    assertThat(TARGET).containsAll(target.propertyNames());
    assertThat(target.path("href").asString("")).matches(ADDRESS);
    assertThat(target.path("title").asString("")).isNotBlank();
    if (target.has("hreflang")) {
      assertThat(target.path("hreflang").isArray()).isTrue();
      target.path("hreflang").forEach(tag -> assertThat(tag.asString()).matches(LANGUAGE));
    }
    if (target.has("type")) {
      assertThat(target.path("type").asString("")).matches(MEDIA_TYPE);
    }
  }

  static void assertDescription(JsonNode document) {
    assertThat(URI.create(document.path("resolverRoot").asString()).isAbsolute()).isTrue();
    assertThat(document.path("supportedPrimaryKeys").isArray()).isTrue();
    for (JsonNode key : document.path("supportedPrimaryKeys")) {
      assertThat(KEYS).contains(key.asString());
    }
    for (JsonNode vocabulary : document.path("supportedLinkType")) {
      assertThat(URI.create(vocabulary.path("namespace").asString()).isAbsolute()).isTrue();
      assertThat(vocabulary.path("prefix").asString()).matches("[a-zA-Z_][A-Za-z0-9_-]*:");
    }
    assertThat(document.path("linkTypeDefaultCanBeLinkset").isBoolean()).isTrue();
    assertThat(document.path("name").isString()).isTrue();
    assertThat(document.path("contact").path("fn").isString()).isTrue();
    assertThat(URI.create(document.path("jsonLdContextLocation").asString()).isAbsolute()).isTrue();
  }
}
