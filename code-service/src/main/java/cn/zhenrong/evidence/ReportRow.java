package cn.zhenrong.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One row of `report`, without its marks.
///
/// @param parts JSON text of what was measured
record ReportRow(
    long id,
    long partyId,
    long styleId,
    String number,
    String lab,
    LocalDate issuedOn,
    String method,
    String basis,
    String sampling,
    String parts,
    long coversQuantity,
    long usedQuantity,
    String status,
    @Nullable String fileDigest,
    long enteredBy,
    Instant createdAt) {}
