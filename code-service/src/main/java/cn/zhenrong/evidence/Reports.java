package cn.zhenrong.evidence;

import cn.zhenrong.fibre.Share;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.Styles;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The register of test reports and how much of each is used.
@Service
public class Reports {
  private static final Texts TEXTS = Texts.beside(Reports.class);

  private final ReportMapper mapper;
  private final ReportRows rows;
  private final Styles styles;
  private final Alarms alarms;
  private final YarnBalances yarn;
  private final Audit audit;
  private final Clock clock;

  Reports(
      ReportMapper mapper,
      ReportRows rows,
      Styles styles,
      Alarms alarms,
      YarnBalances yarn,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.rows = rows;
    this.styles = styles;
    this.alarms = alarms;
    this.yarn = yarn;
    this.audit = audit;
    this.clock = clock;
  }

  /// Records a report for a style of the caller's party and looks whether it was used before.
  ///
  /// @throws Problem not-allowed unless the caller is a maker; invalid-input, also for a style that
  ///   is not the caller's; already-exists if the party recorded it for this style before and did
  ///   not take it back
  @Transactional
  public Report record(Caller caller, NewReport input) {
    caller.require(Role.MAKER);
    Fields fields = new Fields();
    NewReport.Checked checked = input.read(fields, alarms.today());
    Optional<Style> style =
        styles.find(checked.style()).filter(found -> found.party().equals(caller.partyId()));
    if (style.isEmpty() && !checked.style().equals(NewReport.NO_STYLE)) {
      fields.refuse("styleId", "report.style", TEXTS.words("report.style"));
    }
    fields.check();
    ReportRow row = rows.row(caller, checked, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    try {
      Rows.one(mapper.insert(row, Marks.of(checked.number(), checked.lab(), checked.measured())));
    } catch (DuplicateKeyException e) {
      throw Problem.of(ProblemKind.ALREADY_EXISTS, TEXTS.words("report.exists"));
    }
    Report report = report(row);
    List<Share> shares = report.measured().parts().getFirst().shares();
    Rows.exactly(shares.size(), mapper.insertFibres(row.id(), shares));
    alarms.raise(report);
    alarms.raise(report, betrayed(report, style.orElseThrow()));
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
  /// The yarn a maker registered is looked at too.
  ///
  /// @param pieces at least 1
  /// @throws Problem coverage-exceeded if fewer are left, with member `left`, also for want of yarn
  ///   where the maker is bound to it; state-conflict if the report was taken back or has expired
  @Transactional(propagation = Propagation.MANDATORY)
  public void cover(ReportId id, long pieces) {
    if (pieces < 1) {
      throw new IllegalArgumentException("covers at least one piece");
    }
    // One statement for a maker without a yarn register, which is nearly every time.
    if (mapper.cover(id.value(), pieces, alarms.today(), false) == 1) {
      return;
    }
    boolean covered = mapper.cover(id.value(), pieces, alarms.today(), true) == 1;
    Report report = find(id).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
    if (covered) {
      yarn.check(report, pieces);
      return;
    }
    if (report.status() != ReportStatus.VALID) {
      String key = report.status() == ReportStatus.EXPIRED ? "report.expired" : "report.withdrawn";
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words(key));
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

  /// Whether codes under a report may still be brought to market: it counts today, and nothing that
  /// makes it look used before waits for the association. One read.
  ///
  /// @param since only alarms raised after this count, because a second person knew the others;
  ///   null where nobody was asked
  @Transactional(readOnly = true)
  public boolean backs(ReportId id, @Nullable Instant since) {
    return mapper.backs(id.value(), alarms.today(), since);
  }

  /// What the report itself says that does not fit the goods.
  private static Set<AlarmKind> betrayed(Report report, Style style) {
    Set<AlarmKind> kinds = EnumSet.noneOf(AlarmKind.class);
    Sample sample = report.sample();
    if (sample.madeOn() != null && report.issuedOn().isBefore(sample.madeOn())) {
      kinds.add(AlarmKind.OLDER_THAN_GOODS);
    }
    boolean otherNumber =
        sample.styleNo() != null && !Marks.key(sample.styleNo()).equals(Marks.key(style.styleNo()));
    if (otherNumber || GoodsKind.differ(sample.description(), style.name())) {
      kinds.add(AlarmKind.SAMPLE_OTHER_PRODUCT);
    }
    return kinds;
  }

  private Report report(ReportRow row) {
    return rows.report(row, alarms.today());
  }

  static String subject(ReportId id) {
    return "report/" + id;
  }
}
