package cn.zhenrong.product;

import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A composition as its maker sends it: by parts or as one text, not both. Nothing here is trusted
/// yet.
public record NewLabel(@Nullable List<@Nullable RawPart> parts, @Nullable String text) {
  private static final Texts TEXTS = Texts.beside(NewLabel.class);

  /// @throws Problem invalid-input with paths such as `parts[0].fibres[1].percent`, or on `text`
  Composition read() {
    String typed = text == null || text.isBlank() ? null : text;
    if ((parts == null) == (typed == null)) {
      throw Problem.invalid("parts", "label.one-of", TEXTS.words("label.one-of"));
    }
    Fields fields = new Fields();
    Composition read =
        typed == null ? fields.read("parts", () -> Composition.of(parts)) : parse(fields, typed);
    fields.check();
    if (read == null) {
      throw new IllegalStateException("read nothing and refused nothing");
    }
    return read;
  }

  /// What is wrong in a text is wrong with the text: parts and fibres in it have no fields.
  private static @Nullable Composition parse(Fields fields, String typed) {
    try {
      return Composition.parse(typed);
    } catch (Problem problem) {
      problem.fields().forEach(f -> fields.refuse("text", f.code(), f.words()));
      return null;
    }
  }
}
