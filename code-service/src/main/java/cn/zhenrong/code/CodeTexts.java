package cn.zhenrong.code;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;

/// The words of this package, and problems made of them.
final class CodeTexts {
  private static final Texts TEXTS = Texts.beside(CodeTexts.class);

  private CodeTexts() {}

  /// A broken rule of one field; the rule's code is also the key of its words.
  static Problem invalid(String field, String code, Object... arguments) {
    return invalidAs(field, code, code, arguments);
  }

  /// A broken rule that is told in more than one way: `key` chooses the words.
  static Problem invalidAs(String field, String code, String key, Object... arguments) {
    return Problem.invalid(field, code, TEXTS.words(key, arguments));
  }

  /// A request whose identifier cannot be read; the rule's code is also the key of its words.
  static Problem malformed(String rule) {
    return Problem.of(ProblemKind.MALFORMED_REQUEST, TEXTS.words(rule)).with("rule", rule);
  }
}
