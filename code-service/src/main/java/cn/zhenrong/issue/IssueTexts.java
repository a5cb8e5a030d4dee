package cn.zhenrong.issue;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;

/// The words of this package, and problems made of them.
final class IssueTexts {
  private static final Texts TEXTS = Texts.beside(IssueTexts.class);

  private IssueTexts() {}

  static Words words(String key, Object... arguments) {
    return TEXTS.words(key, arguments);
  }

  static Problem problem(ProblemKind kind, String key, Object... arguments) {
    return Problem.of(kind, words(key, arguments));
  }
}
