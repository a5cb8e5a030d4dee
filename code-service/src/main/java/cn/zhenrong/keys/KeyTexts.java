package cn.zhenrong.keys;

import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;

/// The words of this package, and what it tells an operator whose keystore cannot be used. They
/// name files and slots, never a secret.
final class KeyTexts {
  private static final Texts TEXTS = Texts.beside(KeyTexts.class);

  private KeyTexts() {}

  static Words words(String key, Object... arguments) {
    return TEXTS.words(key, arguments);
  }

  static Problem problem(ProblemKind kind, String key, Object... arguments) {
    return Problem.of(kind, words(key, arguments));
  }

  static CannotStart unusable(String key, Object... arguments) {
    return unusable(words(key, arguments));
  }

  static CannotStart unusable(Words words) {
    return new CannotStart(both(words), both(words("keys.action")));
  }

  /// A text for the terminal, Chinese first.
  static String bothOf(String key, Object... arguments) {
    return both(words(key, arguments));
  }

  /// What happened, in words.
  static Words detail(Problem problem) {
    return problem.detail() == null ? problem.kind().title() : problem.detail();
  }

  static String both(Words words) {
    return words.zh() + System.lineSeparator() + words.en();
  }
}
