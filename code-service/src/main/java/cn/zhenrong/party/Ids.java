package cn.zhenrong.party;

import java.time.Clock;
import java.util.random.RandomGenerator;

/// New identifiers for rows: 41 bits of milliseconds since 2020 and 22 random bits, so nodes need
/// not ask each other and nobody reads from an id how many records there are. A clash is refused by
/// the primary key.
public final class Ids {
  private static final long EPOCH = 1_577_836_800_000L;

  private final Clock clock;
  private final RandomGenerator random;

  public Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /// A new id, positive and roughly in order of time.
  public long next() {
    return (clock.millis() - EPOCH) << 22 | random.nextInt(1 << 22);
  }
}
