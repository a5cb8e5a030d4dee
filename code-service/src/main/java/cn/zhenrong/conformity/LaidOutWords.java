package cn.zhenrong.conformity;

import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A text that is written out only when somebody reads it: judging is far more frequent than
/// reading, and laying out a text costs more than the judgement.
///
/// @param ending of the key, put together only then
/// @param allowed the limit with its sign
/// @param unsure whether the rule behind it is known from memory only, which the text then says
record LaidOutWords(
    String key, String ending, String rule, Facts facts, @Nullable String allowed, boolean unsure)
    implements Supplier<Words> {
  private static final Texts TEXTS = Texts.beside(LaidOutWords.class);

  @Override
  public Words get() {
    Object[] arguments = {
      facts.zh(), facts.en(), or(facts.declared()), or(facts.measured()), or(allowed), rule
    };
    Words words = TEXTS.words(key + ending, arguments);
    if (!unsure) {
      return words;
    }
    Words tail = TEXTS.words("unsure", rule);
    return new Words(words.zh() + tail.zh(), words.en() + tail.en());
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
