package cn.zhenrong.issue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The right of one instance to seal one batch for a while.
record Lease(SealMapper mapper, long batch, String owner, Duration length, Clock clock) {

  /// Takes the lease if nobody has it.
  boolean claim() {
    return mapper.claim(batch, owner, now(), now().plus(length)) == 1;
  }

  /// Makes the lease last longer; false if another instance has taken over.
  boolean extend() {
    return mapper.extend(batch, owner, now().plus(length)) == 1;
  }

  /// Opens the batch, which ends the lease; false if another instance has taken over.
  boolean open() {
    return mapper.open(batch, owner, now()) == 1;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
