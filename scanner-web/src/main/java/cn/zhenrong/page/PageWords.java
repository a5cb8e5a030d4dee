package cn.zhenrong.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The texts of the pages: `words_zh.properties` and `words_en.properties` beside this class.
final class PageWords {
  private static final Map<String, String> ZH = read("words_zh.properties");
  private static final Map<String, String> EN = read("words_en.properties");
  private static final Map<String, Phrase> ZH_PHRASES = phrases(ZH);
  private static final Map<String, Phrase> EN_PHRASES = phrases(EN);

  private PageWords() {}

  /// The keys of one language.
  static Set<String> keys(Language language) {
    return texts(language).keySet();
  }

  /// Whether there is a text of this key.
  static boolean has(String key) {
    return ZH.containsKey(key);
  }

  /// The pattern of `key`, its arguments not yet put in.
  ///
  /// @throws IllegalArgumentException if the language lacks the key
  static String pattern(Language language, String key) {
    return present(texts(language).get(key), key);
  }

  /// The text of `key` in one language.
  ///
  /// @throws IllegalArgumentException if the language lacks the key
  static String text(Language language, String key, Object... arguments) {
    Map<String, Phrase> phrases = language == Language.ZH ? ZH_PHRASES : EN_PHRASES;
    return present(phrases.get(key), key).with(arguments);
  }

  /// A text without arguments in both languages.
  static Wording both(String key) {
    return new Wording(text(Language.ZH, key), text(Language.EN, key));
  }

  private static <T> T present(@Nullable T found, String key) {
    if (found == null) {
      throw new IllegalArgumentException("no text for key " + key);
    }
    return found;
  }

  private static Map<String, String> texts(Language language) {
    return language == Language.ZH ? ZH : EN;
  }

  private static Map<String, String> read(String name) {
    Properties properties = Resources.properties(name);
    Map<String, String> texts = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return Map.copyOf(texts);
  }

  private static Map<String, Phrase> phrases(Map<String, String> texts) {
    Map<String, Phrase> phrases = new HashMap<>();
    texts.forEach((key, text) -> phrases.put(key, Phrase.of(text)));
    return Map.copyOf(phrases);
  }
}
