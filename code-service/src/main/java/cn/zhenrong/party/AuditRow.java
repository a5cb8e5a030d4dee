package cn.zhenrong.party;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `audit`.
record AuditRow(
    long id,
    Instant at,
    long partyId,
    long personId,
    String action,
    String subject,
    @Nullable String words,
    String requestId) {}
