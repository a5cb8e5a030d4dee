package cn.zhenrong.lifecycle;

import cn.zhenrong.problem.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A reason as it was sent: one of the closed list, with words of the person's own.
public record ReasonInput(@Nullable String reason, @Nullable String words) {
  static final int LONGEST_WORDS = 200;

  /// A reason that was read.
  record Given(Reason reason, @Nullable String words) {}

  /// Reads it; what is wrong is gathered in `fields`.
  Given read(Fields fields) {
    Reason read = fields.choice("reason", reason, List.of(Reason.values()));
    String own = fields.optionalText("words", words, LONGEST_WORDS);
    if (read == Reason.OTHER && own == null) {
      fields.refuse("words", "reason.words-needed", LifeTexts.TEXTS.words("reason.words-needed"));
    }
    return new Given(read, own);
  }
}
