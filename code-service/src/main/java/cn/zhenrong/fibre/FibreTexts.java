package cn.zhenrong.fibre;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;

/// The words of this package, and problems made of them.
final class FibreTexts {
  private static final Texts TEXTS = Texts.beside(FibreTexts.class);

  private FibreTexts() {}

  static Words words(String key, Object... arguments) {
    return TEXTS.words(key, arguments);
  }

  /// A broken rule of the whole value; `key` chooses the words.
  static Problem invalid(String code, String key, Object... arguments) {
    return Problem.invalid("", code, words(key, arguments));
  }
}
