package cn.zhenrong.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One row of `yarn_purchase`.
///
/// @param kilograms three decimals; negative in a counter-entry
/// @param parts JSON text of the composition
/// @param corrects the purchase a counter-entry takes back
record PurchaseRow(
    long id,
    long partyId,
    String supplier,
    String lot,
    LocalDate boughtOn,
    BigDecimal kilograms,
    String parts,
    @Nullable String reportNumber,
    @Nullable Long corrects,
    @Nullable String reason,
    long enteredBy,
    Instant createdAt) {

  /// The entry that takes this one back.
  PurchaseRow counter(long newId, String why, long person, Instant now) {
    return new PurchaseRow(
        newId,
        partyId,
        supplier,
        lot,
        boughtOn,
        kilograms.negate(),
        parts,
        reportNumber,
        id,
        why,
        person,
        now);
  }
}
