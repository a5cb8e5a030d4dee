package cn.zhenrong.lifecycle;

import cn.zhenrong.problem.Words;

/// Why a code was taken out of use: the closed list of `experience.md`, print rules.
public enum Reason {
  MISPRINT,
  DAMAGED,
  LOST,
  STOLEN,
  SURPLUS,
  SAMPLE,
  BATCH_CANCELLED,
  COUNTERFEIT_FOUND,
  WRONG_GARMENT,
  /// Only with words of the person's own.
  OTHER;

  /// The reason as people read it.
  public Words words() {
    return LifeTexts.TEXTS.words("reason." + name());
  }
}
