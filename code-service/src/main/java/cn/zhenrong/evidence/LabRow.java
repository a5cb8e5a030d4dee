package cn.zhenrong.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `lab`.
record LabRow(
    long id,
    String name,
    String labKey,
    @Nullable String checkUrl,
    long enteredBy,
    Instant createdAt) {}
