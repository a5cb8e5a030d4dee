package cn.zhenrong.problem;

/// One text in the two languages every reader of ours may choose.
///
/// @param zh Chinese, which comes first everywhere
/// @param en English
public record Words(String zh, String en) {}
