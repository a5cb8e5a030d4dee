package cn.zhenrong.evidence;

import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.Parties;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.StyleId;
import cn.zhenrong.product.Styles;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Screening with a device at the bench or in the workshop. It warns people early; the gate reads
/// laboratory reports only.
@Service
class QuickTests {
  private final QuickTestMapper mapper;
  private final Styles styles;
  private final Parties parties;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  QuickTests(
      QuickTestMapper mapper, Styles styles, Parties parties, Audit audit, Ids ids, Clock clock) {
    this.mapper = mapper;
    this.styles = styles;
    this.parties = parties;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// Records a quick test of a style: by its maker, its own bench, or a neutral one.
  ///
  /// @throws Problem not-allowed, not-found for a style that is not the caller's to test,
  ///   invalid-input
  @Transactional
  public QuickTestRow record(Caller caller, StyleId id, NewQuickTest input) {
    caller.require(Role.MAKER, Role.QC);
    Style style = reach(caller, id);
    Fields fields = new Fields();
    NewQuickTest.Checked checked =
        input.read(fields, LocalDate.ofInstant(clock.instant(), Alarms.CHINA));
    fields.check();
    QuickTestRow row =
        new QuickTestRow(
            ids.next(),
            style.party().value(),
            id.value(),
            caller.party(),
            checked.operator(),
            checked.device(),
            checked.lot(),
            checked.result(),
            checked.testedOn(),
            caller.person(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    Rows.one(mapper.insert(row));
    audit.note(caller, "quick-test.record", "style/" + id, null);
    return row;
  }

  /// The quick tests of a style, newest first.
  ///
  /// @throws Problem not-found for a style the caller may not see
  @Transactional(readOnly = true)
  public List<QuickTestRow> list(Caller caller, StyleId id, Listing listing) {
    reach(caller, id);
    return mapper.tests(id.value(), listing.before(), listing.limit());
  }

  private Style reach(Caller caller, StyleId id) {
    return styles
        .find(id)
        .filter(style ->
            caller.maySee(style.party())
                || (caller.is(Role.QC) && parties.isNeutral(caller.partyId())))
        .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
  }
}
