package cn.zhenrong.evidence;

import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.problem.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A report as its party and the association see it.
///
/// @param left pieces the report may still back
record ReportAnswer(
    String id,
    String party,
    String styleId,
    String number,
    String lab,
    LocalDate issuedOn,
    String method,
    String basis,
    String sampling,
    List<RawPart> parts,
    long coversQuantity,
    long usedQuantity,
    long left,
    ReportStatus status,
    @Nullable String fileDigest,
    List<AlarmAnswer> alarms,
    Instant createdAt) {

  record AlarmAnswer(String code, Words words, boolean open) {
    static AlarmAnswer of(Alarm alarm) {
      return new AlarmAnswer(alarm.kind().code(), alarm.kind().words(), alarm.open());
    }
  }

  static ReportAnswer of(Report report, List<Alarm> alarms) {
    return new ReportAnswer(
        report.id().toString(),
        report.party().toString(),
        report.style().toString(),
        report.number(),
        report.lab(),
        report.issuedOn(),
        report.method(),
        report.basis(),
        report.sampling().name().toLowerCase(Locale.ROOT),
        report.measured().raw(),
        report.coversQuantity(),
        report.usedQuantity(),
        report.coversQuantity() - report.usedQuantity(),
        report.status(),
        report.fileDigest(),
        alarms.stream().map(AlarmAnswer::of).toList(),
        report.createdAt());
  }
}
