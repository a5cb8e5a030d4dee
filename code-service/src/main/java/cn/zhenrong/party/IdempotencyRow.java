package cn.zhenrong.party;

import org.jspecify.annotations.Nullable;

/// One row of `idempotency`; the answer's columns are null while the first request is still at
/// work.
record IdempotencyRow(
    byte[] requestDigest,
    @Nullable Integer status,
    @Nullable String mediaType,
    byte @Nullable [] body) {}
