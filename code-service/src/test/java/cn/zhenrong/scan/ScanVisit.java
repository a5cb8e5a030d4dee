package cn.zhenrong.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One simulated visit, of whichever code.
record ScanVisit(Device device, @Nullable Province province, Instant at, boolean opened) {
  private static final NonceId NONCE = NonceId.of(Instant.EPOCH, 0, 0);

  ScanEvent event(long index) {
    return new ScanEvent(NONCE, index, device, province, at, opened, null);
  }
}
