package cn.zhenrong.evidence;

/// A laboratory was registered, or its link changed. Published in the transaction that did it.
///
/// @param key of its name, as [Labs#key]
public record LabChanged(String key) {}
