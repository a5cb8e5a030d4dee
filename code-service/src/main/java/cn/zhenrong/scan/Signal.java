package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import java.time.Instant;

/// One hit of a rule on one code.
///
/// @param index of the code in the installation
/// @param from the oldest of what was seen
/// @param at the verification that made the rule hit
/// @param seen how many devices, claims or codes
/// @param provinces where, as bits of [ProvinceSet], as far as known
record Signal(
    CloneRule rule,
    long index,
    BatchId batch,
    Instant from,
    Instant at,
    int seen,
    long provinces) {}
