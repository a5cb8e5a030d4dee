package cn.zhenrong.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of the verifications of one code, as one device may be told.
///
/// @param first when it was verified first; null if never
/// @param sessions by all devices
/// @param opened when somebody first said that the package had just been opened
/// @param lastByThisDevice when the asking device verified it last; null if never
/// @param byOthers sessions by other devices
public record Queries(
    @Nullable Instant first,
    long sessions,
    @Nullable Instant opened,
    @Nullable Instant lastByThisDevice,
    long byOthers) {

  /// Never verified.
  public static final Queries NONE = new Queries(null, 0, null, null, 0);

  static Queries of(@Nullable SummaryRow row) {
    if (row == null || row.sessions() == 0) {
      return NONE;
    }
    long own = row.thisDeviceSessions() == null ? 0 : row.thisDeviceSessions();
    return new Queries(
        row.firstAt(), row.sessions(), row.openedAt(), row.thisDeviceLast(), row.sessions() - own);
  }
}
