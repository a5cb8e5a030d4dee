package cn.zhenrong.lifecycle;

import java.util.List;

/// What became of a wish to move codes.
///
/// @param moved how many codes moved
/// @param blocked runs that did not move, with what they stand at
/// @param more whether further blocked runs were left out
record Outcome(long moved, List<Blocked> blocked, boolean more) {}
