package cn.zhenrong.print;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// A field of what we print: the name errors use, and the words printed before it.
enum TagField {
  NAME("name"),
  STYLE_NO("styleNo"),
  COLOUR("colour"),
  SIZE("size"),
  COMPOSITION("composition"),
  STANDARD("standard"),
  SAFETY_CLASS("safetyClass"),
  REPORT("report"),
  MAKER("maker"),
  SEQUENCE("sequence"),
  SERIAL("serial"),
  CARE("care"),
  TESTED("tested"),
  VERDICT("verdict"),
  LAB("lab"),
  ISSUED_ON("issuedOn"),
  SAMPLING("sampling"),
  QUANTITY("quantity");

  private static final Texts TEXTS = Texts.beside(TagField.class);
  private static final Map<TagField, Words> WORDS = new EnumMap<>(TagField.class);

  static {
    for (TagField tagField : values()) {
      WORDS.put(tagField, TEXTS.words("tag.field." + tagField.field));
    }
  }

  private final String field;

  TagField(String field) {
    this.field = field;
  }

  /// The words before the value on the label, in Chinese.
  String label() {
    return words().zh();
  }

  /// The field does not fit, even in the smallest type allowed.
  Problem tooLong() {
    return Problem.invalid(field, "tag.too-long", refusal("tag.too-long"));
  }

  /// The field has a character no font of ours can print.
  Problem unprintable() {
    return Problem.invalid(field, "tag.character", refusal("tag.character"));
  }

  private Words words() {
    return Objects.requireNonNull(WORDS.get(this));
  }

  private Words refusal(String key) {
    return new Words(TEXTS.words(key, words().zh()).zh(), TEXTS.words(key, words().en()).en());
  }
}
