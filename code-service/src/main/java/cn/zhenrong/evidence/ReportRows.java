package cn.zhenrong.evidence;

import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.PersonId;
import cn.zhenrong.product.StyleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Turns reports into rows and back.
@Component
class ReportRows {
  private static final TypeReference<List<@Nullable RawPart>> PARTS = new TypeReference<>() {};

  private final JsonMapper json;
  private final Ids ids;

  ReportRows(JsonMapper json, Ids ids) {
    this.json = json;
    this.ids = ids;
  }

  /// A new row.
  ReportRow row(Caller caller, NewReport.Checked checked, Instant now) {
    return new ReportRow(
        ids.next(),
        caller.party(),
        checked.style().value(),
        checked.number(),
        checked.lab(),
        checked.issuedOn(),
        checked.validUntil(),
        checked.method(),
        checked.basis(),
        checked.sampling().name(),
        checked.sample().equals(Sample.NONE) ? null : json.writeValueAsString(checked.sample()),
        json.writeValueAsString(checked.measured().raw()),
        checked.coversQuantity(),
        0,
        ReportStatus.VALID.name(),
        null,
        null,
        null,
        caller.person(),
        now);
  }

  /// @param today decides whether the report has expired
  Report report(ReportRow row, LocalDate today) {
    return new Report(
        new ReportId(row.id()),
        new PartyId(row.partyId()),
        new StyleId(row.styleId()),
        row.number(),
        row.lab(),
        row.issuedOn(),
        row.validUntil(),
        row.method(),
        row.basis(),
        Sampling.valueOf(row.sampling()),
        row.sample() == null ? Sample.NONE : json.readValue(row.sample(), Sample.class),
        Measured.of(json.readValue(row.parts(), PARTS)),
        row.coversQuantity(),
        row.usedQuantity(),
        status(row, today),
        row.fileDigest(),
        row.attachedAt(),
        row.photoDigest(),
        new PersonId(row.enteredBy()),
        row.createdAt());
  }

  private static ReportStatus status(ReportRow row, LocalDate today) {
    ReportStatus stored = ReportStatus.valueOf(row.status());
    boolean past = row.validUntil() != null && row.validUntil().isBefore(today);
    return stored == ReportStatus.VALID && past ? ReportStatus.EXPIRED : stored;
  }
}
