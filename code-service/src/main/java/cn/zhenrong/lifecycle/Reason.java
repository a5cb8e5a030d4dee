package cn.zhenrong.lifecycle;

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
  OTHER
}
