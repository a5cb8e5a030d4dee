package cn.zhenrong.evidence;

import cn.zhenrong.party.PartyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An alarm, from `report_alarm` or as just seen.
///
/// @param otherId report it is about; 0 for none
/// @param fileDigest the file both carry; empty where no file is concerned
record AlarmRow(
    long reportId,
    String code,
    long otherId,
    String fileDigest,
    @Nullable Long otherParty,
    @Nullable String otherNumber,
    @Nullable Instant otherSince,
    boolean closed) {

  static AlarmRow of(ReportId report, AlarmKind kind) {
    return new AlarmRow(report.value(), kind.code(), 0, "", null, null, null, false);
  }

  Alarm alarm() {
    Alarm.Other other =
        otherParty == null || otherNumber == null || otherSince == null
            ? null
            : new Alarm.Other(
                new ReportId(otherId), new PartyId(otherParty), otherNumber, otherSince);
    return new Alarm(AlarmKind.of(code), !closed, other);
  }
}
