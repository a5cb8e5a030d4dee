package cn.zhenrong.evidence;

/// How the laboratory came by the sample.
public enum Sampling {
  /// 来样: the client brought it; the result holds for that sample only.
  SUBMITTED,
  /// 抽样: somebody independent drew it from the lot.
  DRAWN
}
