package cn.zhenrong.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The two languages a page is written in; Chinese comes first.
public enum Language {
  ZH("zh-CN", "zh"),
  EN("en", "en");

  private final String htmlTag;
  private final String parameter;

  Language(String htmlTag, String parameter) {
    this.htmlTag = htmlTag;
    this.parameter = parameter;
  }

  /// The value of the `lang` attribute: `zh-CN` or `en` (BCP 47).
  public String htmlTag() {
    return htmlTag;
  }

  /// The value of `?lang` that asks for this language: `zh` or `en`.
  public String parameter() {
    return parameter;
  }

  /// The language the page offers to switch to.
  public Language other() {
    return this == ZH ? EN : ZH;
  }

  /// The reader's language: `?lang`, then `Accept-Language` by its q-values (RFC 9110, 12.5.4),
  /// then Chinese. What cannot be read is passed over, never refused.
  public static Language choose(
      @Nullable String langParameter, @Nullable String acceptLanguageHeader) {
    Language asked = langParameter == null ? null : named(langParameter);
    return asked != null ? asked : accepted(acceptLanguageHeader);
  }

  private static Language accepted(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return ZH;
    }
    for (Locale.LanguageRange range : ranges(header)) {
      Language language = range.getWeight() > 0 ? named(range.getRange()) : null;
      if (language != null) {
        return language;
      }
    }
    return ZH;
  }

  private static List<Locale.LanguageRange> ranges(String header) {
    try {
      return Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException unreadable) {
      return List.of();
    }
  }

  private static @Nullable Language named(String tag) {
    String lower = tag.strip().toLowerCase(Locale.ROOT);
    for (Language language : values()) {
      if (lower.equals(language.parameter) || lower.startsWith(language.parameter + "-")) {
        return language;
      }
    }
    return null;
  }
}
