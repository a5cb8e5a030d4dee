package cn.zhenrong.evidence;

import cn.zhenrong.party.PartyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An alarm on one report.
///
/// @param open whether it still asks for a second look; [AlarmKind#OLD] always does
/// @param other the record it is about, if it is about one
public record Alarm(AlarmKind kind, boolean open, @Nullable Other other) {

  /// The other record. Whose it is decides who may be told more than that it exists.
  public record Other(ReportId report, PartyId party, String number, Instant since) {}

  /// Whether the gate stays shut until a second person has looked.
  boolean asksForReview() {
    return open && kind != AlarmKind.LAB_UNKNOWN;
  }
}
