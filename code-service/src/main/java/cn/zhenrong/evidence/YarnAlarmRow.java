package cn.zhenrong.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `yarn_alarm`: more was issued than the register holds yarn for.
///
/// @param bought kilograms of the fibre
/// @param used kilograms that the issued garments take, waste included
record YarnAlarmRow(
    long id,
    long partyId,
    long styleId,
    String fibre,
    BigDecimal bought,
    BigDecimal used,
    Instant raisedAt,
    @Nullable Instant closedAt,
    @Nullable String reason) {}
