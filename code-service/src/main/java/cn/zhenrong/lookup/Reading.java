package cn.zhenrong.lookup;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The languages a reader wants, best first (RFC 9110, 12.5.4).
final class Reading {
  private Reading() {}

  /// The tags in lower case without those of weight 0 and without `*`, which decides nothing.
  static List<String> ranges(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return List.of();
    }
    try {
      return Locale.LanguageRange.parse(acceptLanguage).stream()
          .filter(range -> range.getWeight() > 0 && !range.getRange().startsWith("*"))
          .map(Locale.LanguageRange::getRange)
          .toList();
    } catch (IllegalArgumentException unreadable) {
      return List.of();
    }
  }

  /// The links in the language the reader likes best of those there are, each range looked up from
  /// its whole to its first subtag (RFC 4647, 3.4); empty if there is none in any of them.
  static List<Link> matching(List<Link> links, List<String> ranges) {
    for (String range : ranges) {
      for (String tag = range; !tag.isEmpty(); tag = shorter(tag)) {
        List<Link> found = in(links, tag);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  private static List<Link> in(List<Link> links, String tag) {
    return links.stream()
        .filter(link -> link.languages().stream().anyMatch(l -> isOf(l, tag)))
        .toList();
  }

  private static boolean isOf(String language, String tag) {
    String lower = language.toLowerCase(Locale.ROOT);
    return lower.equals(tag) || lower.startsWith(tag + "-");
  }

  private static String shorter(String tag) {
    return tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
  }
}
