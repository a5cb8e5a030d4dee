package cn.zhenrong.product;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Texts;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A link as its maker sends it; nothing here is trusted yet.
///
/// @param type `instructions`, `sustainabilityInfo` or `recallStatus`, of the GS1 Web Vocabulary
/// @param title in the language of the page, at most 120 characters
/// @param language `ll` or `ll-CC`, may be left out
/// @param url `https`, at most 500 ASCII characters
/// @param mediaType such as `text/html`, may be left out
public record NewStyleLink(
    @Nullable String type,
    @Nullable String title,
    @Nullable String language,
    @Nullable String url,
    @Nullable String mediaType) {
  private static final Texts TEXTS = Texts.beside(NewStyleLink.class);
  private static final List<String> TYPES =
      List.of("instructions", "sustainabilityInfo", "recallStatus");

  /// The two forms GS1's schema for linksets lets through.
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-[A-Z]{2})?");

  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9][a-z0-9.+-]*");

  /// What was read.
  record Checked(
      String type,
      String title,
      @Nullable String language,
      String url,
      @Nullable String mediaType) {}

  /// Reads every field, noting what is wrong in `fields`.
  ///
  /// @param base this installation's own address, which is no place to send anybody to
  Checked read(Fields fields, PublicBase base) {
    return new Checked(
        readType(fields),
        fields.text("title", title, 120),
        shaped(fields, "language", language, 5, LANGUAGE),
        readUrl(fields, base),
        shaped(fields, "mediaType", mediaType, 60, MEDIA_TYPE));
  }

  private String readType(Fields fields) {
    String text = fields.text("type", type, 40);
    String name = text.startsWith("gs1:") ? text.substring("gs1:".length()) : text;
    if (!text.isEmpty() && !TYPES.contains(name)) {
      fields.refuse("type", "link.type", TEXTS.words("link.type", String.join(", ", TYPES)));
    }
    return name;
  }

  private String readUrl(Fields fields, PublicBase base) {
    String text = fields.text("url", url, 500);
    if (!text.isEmpty() && !WebAddress.isPublic(text, base)) {
      fields.refuse("url", "link.url", TEXTS.words("link.url"));
    }
    return text;
  }

  private static @Nullable String shaped(
      Fields fields, String field, @Nullable String value, int most, Pattern shape) {
    String text = fields.optionalText(field, value, most);
    if (text != null && !shape.matcher(text).matches()) {
      String code = "link." + (field.equals("language") ? "language" : "media-type");
      fields.refuse(field, code, TEXTS.words(code));
    }
    return text;
  }
}
