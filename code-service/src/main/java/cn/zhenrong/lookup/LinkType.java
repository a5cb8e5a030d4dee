package cn.zhenrong.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The kind of link a request asks for (GS1-Conformant Resolver 1.2.1, 2.6.2, 2.9 and 2.14).
///
/// @param name in the GS1 Web Vocabulary; a type of another vocabulary keeps its whole name, which
///   nothing here has
/// @param linkset whether the list itself is asked for
record LinkType(String name, boolean linkset) {
  /// The namespace under which types are written.
  static final String VOCABULARY = "https://gs1.org/voc/";

  static final String DEFAULT = "defaultLink";
  static final String DEFAULT_MULTI = "defaultLinkMulti";

  private static final List<String> PREFIXES =
      List.of(
          "gs1:",
          VOCABULARY,
          "https://ref.gs1.org/voc/",
          "https://www.gs1.org/voc/",
          "http://gs1.org/voc/");

  /// The type asked for by `linkType`; null if none is.
  static @Nullable LinkType asked(@Nullable String query) {
    String text = Query.firstOfAnyCase(query, "linkType");
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (text.equals("linkset") || text.equals("all")) {
      return new LinkType(text, true);
    }
    for (String prefix : PREFIXES) {
      if (text.startsWith(prefix)) {
        return new LinkType(text.substring(prefix.length()), false);
      }
    }
    return new LinkType(text, false);
  }

  /// Whether a request may ask for it by name: defaults for several readers are for the resolver to
  /// choose among (2.5.8).
  boolean isRequestable() {
    return !name.equals(DEFAULT_MULTI);
  }
}
