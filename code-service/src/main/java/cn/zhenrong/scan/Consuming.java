package cn.zhenrong.scan;

import cn.zhenrong.scan.ScanStream.Entry;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Brings scans from the stream to MySQL. An entry is taken out of the stream when it was applied
/// and committed; whatever goes wrong before, it comes again.
@Component
class Consuming {
  private static final int ENTRIES = 48;
  private static final long CLAIM_NANOS = Duration.ofSeconds(2).toNanos();

  private final ScanStream stream;
  private final Applying applying;
  private List<Entry> inHand = List.of();
  private long claimedAt = System.nanoTime() - CLAIM_NANOS;

  Consuming(ScanStream stream, Applying applying) {
    this.stream = stream;
    this.applying = applying;
  }

  /// Reads and applies some entries; those that could not be applied stay in hand and are tried
  /// first the next time. Called by one thread only.
  ///
  /// @return whether there were any
  /// @throws DataAccessException if Redis or MySQL is away
  boolean consume() {
    if (inHand.isEmpty()) {
      inHand = next();
    }
    if (inHand.isEmpty()) {
      return false;
    }
    applying.applyPacked(inHand.stream().map(Entry::group).toList());
    List<Entry> applied = inHand;
    // Even if Redis does not hear that they are done: then they come again and change nothing.
    inHand = List.of();
    stream.done(applied);
    return true;
  }

  private List<Entry> next() {
    if (System.nanoTime() - claimedAt >= CLAIM_NANOS) {
      List<Entry> abandoned = stream.abandoned(ENTRIES);
      if (!abandoned.isEmpty()) {
        return abandoned;
      }
      claimedAt = System.nanoTime();
    }
    return stream.read(ENTRIES);
  }
}
