package cn.zhenrong.keys;

import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;

/// The keystore cannot be used as it is, so the service must not start. The words name files and
/// slots, never a secret.
final class UnusableKeys extends RuntimeException {
  private static final long serialVersionUID = 1L;
  static final Texts TEXTS = Texts.beside(UnusableKeys.class);

  UnusableKeys(Words words) {
    // No stack trace and no cause: the words say it all.
    super(words.zh() + System.lineSeparator() + words.en(), null, false, false);
  }

  static UnusableKeys because(String key, Object... arguments) {
    return new UnusableKeys(TEXTS.words(key, arguments));
  }
}
