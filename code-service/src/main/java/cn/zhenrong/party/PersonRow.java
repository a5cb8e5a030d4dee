package cn.zhenrong.party;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `person`.
record PersonRow(
    long id,
    long partyId,
    String login,
    String name,
    String role,
    @Nullable String passwordHash,
    boolean demo,
    Instant createdAt) {

  Caller caller() {
    return new Caller(partyId, id, name, Role.valueOf(role));
  }
}
