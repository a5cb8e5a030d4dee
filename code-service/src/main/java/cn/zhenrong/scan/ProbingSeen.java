package cn.zhenrong.scan;

import java.time.Instant;

/// A network asked for many codes that were never issued: somebody guesses, or tries out copies.
///
/// @param prefixKey keyed digest of the network, the same on every instance within a month; the
///   address itself goes nowhere
/// @param invalid how many such answers it got at least
/// @param since when the first of them was given at the earliest
public record ProbingSeen(String prefixKey, long invalid, Instant since) {}
