package cn.zhenrong.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `code_download`.
///
/// @param firstSequence sequence number of the first code, from 1
/// @param lastSequence of the last, inclusive
/// @param again which of them had left before, as [Earlier] writes it
/// @param requestId null for those of the versions before
record DownloadRow(
    long id,
    long batchId,
    String form,
    long firstSequence,
    long lastSequence,
    long partyId,
    long personId,
    @Nullable String reason,
    String state,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String again,
    @Nullable String requestId) {}
