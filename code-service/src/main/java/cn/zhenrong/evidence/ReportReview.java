package cn.zhenrong.evidence;

import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the association decides about a report: that it no longer counts, or that an alarm on it
/// was looked into. Each with a reason that stays in the audit trail.
@Service
class ReportReview {
  private static final Texts TEXTS = Texts.beside(ReportReview.class);
  private static final int LONGEST_REASON = 500;

  private final ReportMapper mapper;
  private final Reports reports;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReportReview(
      ReportMapper mapper,
      Reports reports,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.reports = reports;
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

  /// Notes that an alarm was looked into and found harmless.
  ///
  /// @throws Problem not-allowed, invalid-input on `reason`, not-found if no such alarm is open
  @Transactional
  public Report closeAlarm(Caller caller, ReportId id, String code, @Nullable String reason) {
    caller.require(Role.ASSOCIATION);
    reports.get(caller, id);
    String words = reason(reason);
    int closed =
        mapper.closeAlarm(
            id.value(),
            code,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            caller.person(),
            words);
    if (closed != 1) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    audit.note(caller, "report.close-alarm", Reports.subject(id), words);
    return reports.get(caller, id);
  }

  private static String reason(@Nullable String reason) {
    Fields fields = new Fields();
    String words = fields.text("reason", reason, LONGEST_REASON);
    fields.check();
    return words;
  }
}
