package cn.zhenrong.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/// The texts of the pages: `words_zh.properties` and `words_en.properties` beside this class.
///
/// A text is a `MessageFormat` pattern whose arguments are put in as they are.
final class PageWords {
  private static final Properties ZH = Resources.properties("words_zh.properties");
  private static final Properties EN = Resources.properties("words_en.properties");

  private PageWords() {}

  /// The keys of one language.
  static Set<String> keys(Language language) {
    return texts(language).stringPropertyNames();
  }

  /// Whether there is a text of this key.
  static boolean has(String key) {
    return ZH.containsKey(key);
  }

  /// The pattern of `key`, its arguments not yet put in.
  ///
  /// @throws IllegalArgumentException if the language lacks the key
  static String pattern(Language language, String key) {
    String pattern = texts(language).getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for key " + key);
    }
    return pattern;
  }

  /// The text of `key` in one language.
  static String text(Language language, String key, Object... arguments) {
    return format(pattern(language, key), arguments);
  }

  /// The text of `key` in both languages.
  static Wording both(String key, Object... arguments) {
    return new Wording(text(Language.ZH, key, arguments), text(Language.EN, key, arguments));
  }

  static String format(String pattern, Object... arguments) {
    return pattern.indexOf('{') < 0
        ? pattern
        : new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }

  private static Properties texts(Language language) {
    return language == Language.ZH ? ZH : EN;
  }
}
