package cn.zhenrong.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `code_hold` with its end, if it has one.
record EndedHoldRow(
    long id,
    HoldScope.Kind scopeKind,
    long scopeId,
    @Nullable Long firstSequence,
    @Nullable Long lastSequence,
    boolean recall,
    String reason,
    @Nullable String phone,
    long placedBy,
    Instant placedAt,
    @Nullable Long releasedBy,
    @Nullable Instant releasedAt,
    @Nullable String releaseReason) {

  HoldRow row() {
    return new HoldRow(
        id,
        scopeKind,
        scopeId,
        firstSequence,
        lastSequence,
        recall,
        reason,
        phone,
        placedBy,
        placedAt);
  }
}
