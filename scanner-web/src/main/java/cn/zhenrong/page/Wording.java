package cn.zhenrong.page;

/// One text in both languages.
///
/// @param zh Chinese
/// @param en English
public record Wording(String zh, String en) {

  /// A text that is the same in both languages, such as a name or a number.
  public static Wording same(String text) {
    return new Wording(text, text);
  }

  /// The text in one language.
  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }

  /// This text with `other` after it.
  Wording then(Wording other) {
    return new Wording(zh + other.zh, en + other.en);
  }
}
