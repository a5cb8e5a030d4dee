package cn.zhenrong.page;

/// How the laboratory came by its sample.
public enum Sampling {
  /// 来样: handed in by the client; the results hold for that sample only.
  SUBMITTED,
  /// 抽样: drawn from the lot by someone else than the client.
  DRAWN
}
