package cn.zhenrong.conformity;

import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import java.util.Locale;

/// What a method can tell apart, from nothing to everything.
enum Resolution {
  /// No method, or none that is known.
  NOTHING,
  /// Which fibres, not how much of each.
  IDENTIFICATION,
  /// How much of each fibre, with all animal hair as one.
  CHEMISTRY,
  /// How much of each fibre, one animal hair beside another.
  MICROSCOPY;

  private static final Texts TEXTS = Texts.beside(Resolution.class);

  /// What a report by such a method can support.
  Words words() {
    return TEXTS.words("resolution." + name().toLowerCase(Locale.ROOT));
  }
}
