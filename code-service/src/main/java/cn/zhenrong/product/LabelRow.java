package cn.zhenrong.product;

import java.time.Instant;

/// One row of `composition_label`.
///
/// @param parts JSON text of the parts
record LabelRow(
    long id,
    long styleId,
    long partyId,
    String parts,
    long enteredBy,
    boolean used,
    Instant createdAt) {}
