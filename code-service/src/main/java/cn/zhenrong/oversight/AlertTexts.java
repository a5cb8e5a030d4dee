package cn.zhenrong.oversight;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;

/// Problems with alerts, in words.
final class AlertTexts {
  private static final Texts TEXTS = Texts.beside(AlertTexts.class);

  private AlertTexts() {}

  static Problem closed() {
    return Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("alert.closed"));
  }
}
