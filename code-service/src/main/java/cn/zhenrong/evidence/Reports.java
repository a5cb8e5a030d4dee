package cn.zhenrong.evidence;

import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.PersonId;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.product.Listing;
import cn.zhenrong.product.StyleId;
import cn.zhenrong.product.Styles;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The register of test reports and how much of each is used.
@Service
public class Reports {
  private static final Texts TEXTS = Texts.beside(Reports.class);
  private static final TypeReference<List<@Nullable RawPart>> PARTS = new TypeReference<>() {};

  private final ReportMapper mapper;
  private final Styles styles;
  private final Alarms alarms;
  private final Audit audit;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;

  Reports(
      ReportMapper mapper,
      Styles styles,
      Alarms alarms,
      Audit audit,
      JsonMapper json,
      Ids ids,
      Clock clock) {
    this.mapper = mapper;
    this.styles = styles;
    this.alarms = alarms;
    this.audit = audit;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /// Records a report for a style of the caller's party and looks whether it was used before.
  ///
  /// @throws Problem not-allowed unless the caller is a maker; invalid-input, also for a style that
  ///   is not the caller's; already-exists if the party recorded it for this style before
  @Transactional
  public Report record(Caller caller, NewReport input) {
    caller.require(Role.MAKER);
    Fields fields = new Fields();
    NewReport.Checked checked = input.read(fields, alarms.today());
    if (!checked.style().equals(NewReport.NO_STYLE) && !owns(caller, checked)) {
      fields.refuse("styleId", "report.style", TEXTS.words("report.style"));
    }
    fields.check();
    ReportRow row = row(caller, checked);
    try {
      Rows.one(mapper.insert(row, Marks.of(checked.number(), checked.lab(), checked.measured())));
    } catch (DuplicateKeyException e) {
      throw Problem.of(ProblemKind.ALREADY_EXISTS, TEXTS.words("report.exists"));
    }
    Report report = report(row);
    alarms.raise(report);
    audit.note(caller, "report.record", subject(report.id()), null);
    return report;
  }

  /// A report the caller may see.
  ///
  /// @throws Problem not-found if there is none or it is another party's
  @Transactional(readOnly = true)
  public Report get(Caller caller, ReportId id) {
    Report report = find(id).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
    caller.requireSees(report.party());
    return report;
  }

  /// A report whoever it belongs to, for the public answer.
  @Transactional(readOnly = true)
  public Optional<Report> find(ReportId id) {
    return Optional.ofNullable(mapper.report(id.value())).map(this::report);
  }

  /// The reports the caller may see, newest first.
  @Transactional(readOnly = true)
  public List<Report> list(Caller caller, Listing listing) {
    Long party = caller.is(Role.ASSOCIATION) ? null : (Long) caller.party();
    return mapper.reports(party, listing.before(), listing.limit()).stream()
        .map(this::report)
        .toList();
  }

  /// Looks whether a report covers so many more pieces, before anything is spent on them. Only
  /// [#cover] takes them.
  ///
  /// @throws Problem coverage-exceeded if fewer are left, with member `left`
  public void requireCovers(Report report, long pieces) {
    if (pieces > report.coversQuantity() - report.usedQuantity()) {
      throw exceeded(report);
    }
  }

  /// Takes pieces out of what the report covers, in the caller's transaction.
  ///
  /// @param pieces at least 1
  /// @throws Problem coverage-exceeded if fewer are left, with member `left`; state-conflict if the
  ///   report was withdrawn
  @Transactional(propagation = Propagation.MANDATORY)
  public void cover(ReportId id, long pieces) {
    if (pieces < 1) {
      throw new IllegalArgumentException("covers at least one piece");
    }
    if (mapper.cover(id.value(), pieces) == 1) {
      return;
    }
    Report report = find(id).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
    if (report.status() == ReportStatus.WITHDRAWN) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("report.withdrawn"));
    }
    throw exceeded(report);
  }

  private static Problem exceeded(Report report) {
    long left = report.coversQuantity() - report.usedQuantity();
    return Problem.of(ProblemKind.COVERAGE_EXCEEDED, TEXTS.words("report.covered", left))
        .with("left", left);
  }

  /// Gives back pieces that were taken by [#cover], in the caller's transaction; also for a report
  /// that was withdrawn since.
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveBack(ReportId id, long pieces) {
    Rows.one(mapper.giveBack(id.value(), pieces));
  }

  private boolean owns(Caller caller, NewReport.Checked checked) {
    return styles
        .find(checked.style())
        .filter(style -> style.party().equals(caller.partyId()))
        .isPresent();
  }

  private ReportRow row(Caller caller, NewReport.Checked checked) {
    return new ReportRow(
        ids.next(),
        caller.party(),
        checked.style().value(),
        checked.number(),
        checked.lab(),
        checked.issuedOn(),
        checked.method(),
        checked.basis(),
        checked.sampling().name(),
        json.writeValueAsString(checked.measured().raw()),
        checked.coversQuantity(),
        0,
        ReportStatus.VALID.name(),
        null,
        caller.person(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private Report report(ReportRow row) {
    return new Report(
        new ReportId(row.id()),
        new PartyId(row.partyId()),
        new StyleId(row.styleId()),
        row.number(),
        row.lab(),
        row.issuedOn(),
        row.method(),
        row.basis(),
        Sampling.valueOf(row.sampling()),
        Measured.of(json.readValue(row.parts(), PARTS)),
        row.coversQuantity(),
        row.usedQuantity(),
        ReportStatus.valueOf(row.status()),
        row.fileDigest(),
        new PersonId(row.enteredBy()),
        row.createdAt());
  }

  static String subject(ReportId id) {
    return "report/" + id;
  }
}
