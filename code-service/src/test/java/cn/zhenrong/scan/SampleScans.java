package cn.zhenrong.scan;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Verifications nobody else makes.
final class SampleScans {
  private static final AtomicLong NEXT =
      new AtomicLong(ThreadLocalRandom.current().nextLong(1L << 30) << 12);

  private SampleScans() {}

  /// An index no batch and no other test has.
  static long index() {
    return (1L << 44) + NEXT.incrementAndGet();
  }

  /// The same so far beyond the others.
  static long index(long beyond) {
    return index() + beyond;
  }

  static Device device(int number) {
    byte[] key = new byte[16];
    key[0] = (byte) number;
    key[1] = (byte) (number >> 8);
    key[2] = (byte) (number >> 16);
    return new Device(key);
  }

  static NonceId nonce(Instant made) {
    return NonceId.of(made, (int) NEXT.incrementAndGet(), NEXT.incrementAndGet());
  }

  /// "I just opened the package", on the page of a visit.
  static ScanEvent claim(ScanEvent visit, Instant at) {
    return new ScanEvent(visit.nonce(), visit.index(), visit.device(), null, at, true, null);
  }

  static ScanEvent event(long index, int device, Instant at) {
    return event(index, device, null, at, false);
  }

  static ScanEvent event(
      long index, int device, @Nullable Province province, Instant at, boolean opened) {
    return new ScanEvent(nonce(at), index, device(device), province, at, opened, null);
  }
}
