package cn.zhenrong.page;

import gg.jte.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the templates ask for: texts, times and assets in the reader's language.
///
/// @param frame language, host and the switch to the other language
/// @param nonce the one-time word of the beacon; null on pages that count nothing
/// @param ownScript the script of the page; null for a page without
public record View(Frame frame, @Nullable String nonce, @Nullable Script ownScript) {

  /// A page without a script.
  View(Frame frame) {
    this(frame, null, null);
  }

  /// The reader's language.
  public Language language() {
    return frame.language();
  }

  /// The text of a key with its arguments put in.
  public String text(String key, Object... arguments) {
    return PageWords.text(language(), key, arguments);
  }

  /// A text that the caller brought in both languages.
  public String in(Wording wording) {
    return wording.in(language());
  }

  /// What a member of a manifest is called; its own name if it has no other.
  public String member(String name) {
    return PageWords.has("evidence.member." + name) ? text("evidence.member." + name) : name;
  }

  /// A time as people read it, China time.
  public String minute(Instant instant) {
    return Dates.minute(instant);
  }

  /// A whole number with its thousands set apart by narrow blanks, the same in both languages.
  public String count(long number) {
    return Long.toString(number).replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u202f");
  }

  /// The language of a record's text where it differs from the page's, for the `lang` attribute
  /// (WCAG 2.2, 3.1.2); null where it does not.
  public @Nullable String langOf(String text) {
    return language() == Language.EN && hasHan(text) ? "zh-CN" : null;
  }

  /// The style sheet that stands inside the page.
  public Content style() {
    return Assets.STYLE_BYTES;
  }

  /// The script that stands inside the page; null for a page without.
  public @Nullable Content script() {
    return ownScript == null ? null : ownScript.bytes();
  }

  /// The colour of the browser's own bars in one scheme, `light` or `dark`.
  public String themeColour(String scheme) {
    return Tokens.value(scheme + ".ground");
  }

  static boolean hasHan(String text) {
    return text.codePoints().anyMatch(View::isHan);
  }

  private static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
