package cn.zhenrong.evidence;

import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is decided about a report after it was entered: that it no longer counts, or that an alarm
/// on it was looked into. Each with a reason that stays in the audit trail.
@Service
class ReportReview {
  private static final Texts TEXTS = Texts.beside(ReportReview.class);
  private static final int LONGEST_REASON = 500;

  private final ReportMapper mapper;
  private final Reports reports;
  private final Alarms alarms;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReportReview(
      ReportMapper mapper,
      Reports reports,
      Alarms alarms,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.reports = reports;
    this.alarms = alarms;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// Takes a report back for good.
  ///
  /// @throws Problem not-allowed, not-found, invalid-input on `reason`, state-conflict if it is
  ///   taken back already
  @Transactional
  public Report withdraw(Caller caller, ReportId id, @Nullable String reason) {
    caller.require(Role.ASSOCIATION);
    reports.get(caller, id);
    String words = reason(reason);
    if (mapper.withdraw(id.value()) != 1) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("report.withdrawn"));
    }
    audit.note(caller, "report.withdraw", Reports.subject(id), words);
    events.publishEvent(new ReportWithdrawn(id));
    return reports.get(caller, id);
  }

  /// Takes a report back before a code was issued under it, such as a mistyped one: the same number
  /// may then be entered again.
  ///
  /// @throws Problem not-allowed unless the caller is a maker, not-found, invalid-input on
  ///   `reason`, state-conflict once codes are issued or it is taken back already
  @Transactional
  public Report retract(Caller caller, ReportId id, @Nullable String reason) {
    caller.require(Role.MAKER);
    reports.get(caller, id);
    String words = reason(reason);
    if (mapper.retract(id.value()) != 1) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("report.not-retracted"));
    }
    audit.note(caller, "report.retract", Reports.subject(id), words);
    events.publishEvent(new ReportWithdrawn(id));
    return reports.get(caller, id);
  }

  /// Notes that an alarm was looked into and found harmless. Others of its kind stay open.
  ///
  /// @param other id of the report the alarm is about; needed only where several of the kind are
  ///   open
  /// @throws Problem not-allowed, invalid-input on `reason`, not-found if no such alarm is open,
  ///   state-conflict if several are and `other` says not which
  @Transactional
  public Report closeAlarm(
      Caller caller, ReportId id, String code, @Nullable String reason, @Nullable String other) {
    caller.require(Role.ASSOCIATION);
    Report report = reports.get(caller, id);
    String words = reason(reason);
    // What is seen but not yet written down can be closed as well.
    alarms.raise(report);
    if (alarms.now(report).contains(new Alarm(AlarmKind.LAB_LAPSED, true, null))) {
      alarms.raise(report, List.of(AlarmKind.LAB_LAPSED));
    }
    List<AlarmRow> open =
        mapper.openAlarms(id.value(), code).stream()
            .filter(row -> other == null || other.equals(Long.toString(row.otherId())))
            .toList();
    if (open.isEmpty()) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    if (open.stream().map(AlarmRow::otherId).distinct().count() > 1) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("alarm.which"));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (AlarmRow row : open) {
      Rows.one(mapper.closeAlarm(row, now, caller.person(), words));
    }
    audit.note(caller, "report.close-alarm", Reports.subject(id), code + ": " + words);
    return reports.get(caller, id);
  }

  private static String reason(@Nullable String reason) {
    Fields fields = new Fields();
    String words = fields.text("reason", reason, LONGEST_REASON);
    fields.check();
    return words;
  }
}
