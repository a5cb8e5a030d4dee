package cn.zhenrong.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One verification that counts: the first of a session, or one that says the package was opened.
///
/// @param province null if not known
/// @param opened whether the reader said that the package had just been opened
record ScanVisit(Device device, @Nullable Province province, Instant at, boolean opened) {

  /// The device as this visit alone shows it.
  Seen seen() {
    return new Seen(device, province, at, at, 1, opened);
  }
}
