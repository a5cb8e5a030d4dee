package cn.zhenrong.lifecycle;

import java.time.Instant;

/// A hold or a recall that is in force.
///
/// @param recall true for a recall, which is red and tells what to do
/// @param reason the association's words
public record Hold(long id, boolean recall, String reason, Instant since) {}
