package cn.zhenrong.evidence;

/// An alarm on one report.
///
/// @param open whether it still asks for a second look; [AlarmKind#OLD] always does
public record Alarm(AlarmKind kind, boolean open) {}
