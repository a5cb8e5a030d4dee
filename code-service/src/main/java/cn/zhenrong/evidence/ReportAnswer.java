package cn.zhenrong.evidence;

import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.party.Caller;
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
    @Nullable LocalDate validUntil,
    String method,
    String basis,
    String sampling,
    SampleAnswer sample,
    LotAnswer lot,
    List<RawPart> parts,
    long coversQuantity,
    long usedQuantity,
    long left,
    ReportStatus status,
    @Nullable String fileDigest,
    @Nullable String photoDigest,
    List<AlarmAnswer> alarms,
    Instant createdAt) {

  record SampleAnswer(
      @Nullable String description,
      @Nullable String styleNo,
      @Nullable String takenBy,
      @Nullable LocalDate takenOn) {}

  record LotAnswer(@Nullable String number, @Nullable LocalDate madeOn) {}

  /// @param review whether the gate waits for a person because of it
  /// @param other the record it is about
  record AlarmAnswer(
      String code, Words words, boolean open, boolean review, @Nullable OtherAnswer other) {

    static List<AlarmAnswer> all(List<Alarm> alarms, Caller caller) {
      return alarms.stream()
          .map(alarm ->
              new AlarmAnswer(
                  alarm.kind().code(),
                  alarm.kind().words(),
                  alarm.open(),
                  alarm.asksForReview(),
                  other(alarm.other(), caller)))
          .toList();
    }

    private static @Nullable OtherAnswer other(Alarm.@Nullable Other other, Caller caller) {
      if (other == null) {
        return null;
      }
      return caller.maySee(other.party())
          ? new OtherAnswer(
              other.report().toString(), other.party().toString(), other.number(), other.since())
          : new OtherAnswer(null, null, null, other.since());
    }
  }

  /// Another party's record is named only by the moment since when it stands.
  record OtherAnswer(
      @Nullable String id, @Nullable String party, @Nullable String number, Instant since) {}

  static ReportAnswer of(Report report, List<Alarm> alarms, Caller caller) {
    Sample sample = report.sample();
    return new ReportAnswer(
        report.id().toString(),
        report.party().toString(),
        report.style().toString(),
        report.number(),
        report.lab(),
        report.issuedOn(),
        report.validUntil(),
        report.method(),
        report.basis(),
        report.sampling().name().toLowerCase(Locale.ROOT),
        new SampleAnswer(
            sample.description(), sample.styleNo(), sample.takenBy(), sample.takenOn()),
        new LotAnswer(sample.lot(), sample.madeOn()),
        report.measured().raw(),
        report.coversQuantity(),
        report.usedQuantity(),
        report.coversQuantity() - report.usedQuantity(),
        report.status(),
        report.fileDigest(),
        report.photoDigest(),
        AlarmAnswer.all(alarms, caller),
        report.createdAt());
  }
}
