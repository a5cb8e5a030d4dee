package cn.zhenrong.scan;

import java.time.Instant;

/// Somebody asks for codes that do not exist, more often than people mistype.
///
/// @param prefixKey the network prefix it comes from, as a key that does not show it
/// @param invalid how many wrong codes were asked for
/// @param since when that began
public record ProbingSeen(String prefixKey, long invalid, Instant since) {}
