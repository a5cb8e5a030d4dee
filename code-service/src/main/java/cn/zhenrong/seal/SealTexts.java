package cn.zhenrong.seal;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;

/// The words of this package, and problems made of them.
final class SealTexts {
  private static final Texts TEXTS = Texts.beside(SealTexts.class);

  private SealTexts() {}

  /// A keystore that cannot be used: the installation's fault, told when it starts.
  static Problem unusable(String key, Object... arguments) {
    return Problem.of(ProblemKind.INTERNAL, TEXTS.words(key, arguments));
  }
}
