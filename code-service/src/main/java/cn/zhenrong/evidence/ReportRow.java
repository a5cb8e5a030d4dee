package cn.zhenrong.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One row of `report`, without its marks.
///
/// @param sample JSON text of the sample
/// @param parts JSON text of what was measured
record ReportRow(
    long id,
    long partyId,
    long styleId,
    String number,
    String lab,
    LocalDate issuedOn,
    @Nullable LocalDate validUntil,
    String method,
    String basis,
    String sampling,
    @Nullable String sample,
    String parts,
    long coversQuantity,
    long usedQuantity,
    String status,
    @Nullable String fileDigest,
    @Nullable Instant attachedAt,
    @Nullable String photoDigest,
    long enteredBy,
    Instant createdAt) {}
