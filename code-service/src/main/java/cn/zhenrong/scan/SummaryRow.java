package cn.zhenrong.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The sums of one code, and beside them what the asking device did with it.
record SummaryRow(
    Instant firstAt,
    long sessions,
    @Nullable Instant openedAt,
    @Nullable Instant thisDeviceLast,
    @Nullable Integer thisDeviceSessions) {}
