package cn.zhenrong.party;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `party`.
record PartyRow(
    long id,
    String kind,
    String name,
    String creditCode,
    String address,
    @Nullable String phone,
    @Nullable String gtinPrefix,
    boolean demo,
    Instant createdAt) {

  Party party() {
    return new Party(
        new PartyId(id), PartyKind.valueOf(kind), name, creditCode, address, phone, gtinPrefix);
  }
}
