package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `code_end`, without its batch: how a batch ended.
///
/// @param ending CANCELLED or CLOSED
/// @param lastEvent the number of the last change of its codes until then
/// @param leftOver labels nobody had used
record EndRow(
    BatchStatus ending,
    long lastEvent,
    long leftOver,
    @Nullable String words,
    Instant at,
    long partyId,
    long personId,
    String requestId) {}
