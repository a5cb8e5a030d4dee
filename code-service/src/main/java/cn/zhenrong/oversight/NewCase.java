package cn.zhenrong.oversight;

import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Texts;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case as a shopper's form sends it; nothing here is trusted yet. Only the kind must be there.
///
/// @param kind name of a [CaseKind]
/// @param words what happened, with line breaks
/// @param shop platform or shop
public record NewCase(
    @Nullable String kind,
    @Nullable String words,
    @Nullable String shop,
    @Nullable String orderNo,
    @Nullable String phone) {
  /// The longest `words`.
  public static final int LONGEST_WORDS = 1000;

  private static final Texts TEXTS = Texts.beside(NewCase.class);
  private static final int LONGEST_SHOP = 100;
  private static final int LONGEST_ORDER = 60;
  private static final String PHONE = "[0-9+() -]{5,30}";

  /// What was read.
  record Checked(
      CaseKind kind,
      @Nullable String words,
      @Nullable String shop,
      @Nullable String orderNo,
      @Nullable String phone) {}

  /// @throws cn.zhenrong.problem.Problem invalid-input with everything that is wrong
  Checked read() {
    Fields fields = new Fields();
    CaseKind read = fields.choice("kind", kind, List.of(CaseKind.values()));
    String said = lines(fields, words);
    if (read == CaseKind.OTHER && said == null && (words == null || words.isBlank())) {
      fields.refuse("words", "case.words-missing", TEXTS.words("case.words-missing"));
    }
    String call = fields.optionalText("phone", plain(phone), 60);
    if (call != null && !call.matches(PHONE)) {
      fields.refuse("phone", "case.phone", TEXTS.words("case.phone"));
    }
    Checked checked =
        new Checked(
            read,
            said,
            fields.optionalText("shop", plain(shop), LONGEST_SHOP),
            fields.optionalText("orderNo", plain(orderNo), LONGEST_ORDER),
            call);
    fields.check();
    return checked;
  }

  /// Several lines; a browser ends them with CR LF.
  private static @Nullable String lines(Fields fields, @Nullable String text) {
    if (text == null || text.length() > LONGEST_WORDS * 4) {
      return fields.optionalText("words", text, LONGEST_WORDS);
    }
    List<String> lines =
        text.lines().map(line -> plain(line)).map(line -> line == null ? "" : line).toList();
    String joined = Normalizer.normalize(String.join("\n", lines), Normalizer.Form.NFC).strip();
    fields.optionalText("words", joined.replace('\n', ' '), LONGEST_WORDS);
    return joined.isEmpty() ? null : joined;
  }

  /// Without what cannot be seen, such as the joints of an emoji: a shopper did not type it on
  /// purpose.
  private static @Nullable String plain(@Nullable String text) {
    if (text == null) {
      return null;
    }
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> Fields.isPlain(Character.toString(c)))
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }
}
