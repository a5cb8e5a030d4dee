package cn.zhenrong.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One row of `quick_test`.
///
/// @param partyId whose style it is
/// @param testedBy the party that held the device
record QuickTestRow(
    long id,
    long partyId,
    long styleId,
    long testedBy,
    String operator,
    String device,
    @Nullable String lot,
    String result,
    LocalDate testedOn,
    long enteredBy,
    Instant createdAt) {}
