package cn.zhenrong.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `code_hold`; the last three are null while it is in force.
record HoldRow(
    long id,
    HoldScope.Kind scopeKind,
    long scopeId,
    @Nullable Long firstSequence,
    @Nullable Long lastSequence,
    boolean recall,
    String reason,
    @Nullable String phone,
    @Nullable String remedy,
    long placedBy,
    Instant placedAt,
    @Nullable Long releasedBy,
    @Nullable Instant releasedAt,
    @Nullable String releaseReason) {

  HoldScope scope() {
    Range range =
        firstSequence == null || lastSequence == null
            ? null
            : new Range(firstSequence, lastSequence);
    return new HoldScope(scopeKind, scopeId, range);
  }

  Hold hold() {
    return new Hold(id, recall, reason, placedAt, phone, remedy);
  }
}
