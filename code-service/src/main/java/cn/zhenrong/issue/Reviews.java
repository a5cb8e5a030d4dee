package cn.zhenrong.issue;

import cn.zhenrong.evidence.Gate;
import cn.zhenrong.evidence.Report;
import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.evidence.ReportStatus;
import cn.zhenrong.evidence.Reports;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.PersonId;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.product.Label;
import cn.zhenrong.product.LabelId;
import cn.zhenrong.product.Labels;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.StyleId;
import cn.zhenrong.product.Styles;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The second look at applications whose verdict is REVIEW or whose size asks for approval: a
/// person of the association who entered none of the records decides, with a reason.
@Service
class Reviews {
  private static final int LONGEST_REASON = 500;
  private static final int MOST_RULES = 10;

  private final BatchMapper mapper;
  private final Styles styles;
  private final Labels labels;
  private final Reports reports;
  private final Gate gate;
  private final Limits limits;
  private final Acceptance acceptance;
  private final Audit audit;
  private final Clock clock;
  private final JsonMapper json;

  Reviews(
      BatchMapper mapper,
      Styles styles,
      Labels labels,
      Reports reports,
      Gate gate,
      Limits limits,
      Acceptance acceptance,
      Audit audit,
      Clock clock,
      JsonMapper json) {
    this.mapper = mapper;
    this.styles = styles;
    this.labels = labels;
    this.reports = reports;
    this.gate = gate;
    this.limits = limits;
    this.acceptance = acceptance;
    this.audit = audit;
    this.clock = clock;
    this.json = json;
  }

  /// Decides one application.
  ///
  /// @throws Problem not-allowed for a person who entered one of the records, state-conflict if it
  ///   is not waiting or its records no longer allow it, quota-exceeded, coverage-exceeded
  @Transactional
  public void decide(Caller caller, BatchId id, NewReview input) {
    caller.require(Role.ASSOCIATION);
    Fields fields = new Fields();
    NewReview.Choice choice =
        fields.choice("decision", input.decision(), List.of(NewReview.Choice.values()));
    String reason = fields.text("reason", input.reason(), LONGEST_REASON);
    String reading = fields.optionalText("reading", input.reading(), LONGEST_REASON);
    fields.check();
    BatchRow row = mapper.lock(id.value());
    if (row == null) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    if (!row.status().equals(BatchStatus.AWAITING_REVIEW.name())) {
      throw IssueTexts.problem(ProblemKind.STATE_CONFLICT, "review.not-waiting");
    }
    Style style = styles.find(new StyleId(row.styleId())).orElseThrow();
    Label label = labels.find(new LabelId(row.labelId())).orElseThrow();
    Report report = reports.find(new ReportId(row.reportId())).orElseThrow();
    requireUninvolved(caller, row, style, label, report);
    boolean approves = choice == NewReview.Choice.APPROVE;
    if (approves) {
      requireStillOpen(style, label, report);
    }
    BatchStatus next = approves ? BatchStatus.AWAITING_REVIEW : BatchStatus.REFUSED;
    Rows.one(
        mapper.review(
            row.id(),
            caller.person(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            reason,
            reading == null ? rulesInDoubt(row) : reading,
            next.name()));
    String action = approves ? "batch.approve" : "batch.reject";
    audit.note(caller, action, "batch/" + row.id(), reason);
    if (approves) {
      accept(row, report);
    }
  }

  /// The rules the gate could not decide by, such as `T11 7.2 (GB/T 29862-2013)`.
  private @Nullable String rulesInDoubt(BatchRow row) {
    String rules =
        json.readTree(mapper.papers(row.id()).decision()).findParents("outcome").stream()
            .filter(finding -> finding.path("outcome").asString().equals("REVIEW"))
            .map(finding ->
                (finding.path("rule").asString("") + " " + finding.path("clause").asString(""))
                    .strip())
            .distinct()
            .sorted()
            .limit(MOST_RULES)
            .collect(Collectors.joining("; "));
    return rules.isEmpty() ? null : rules + " (" + row.ruleSet() + ")";
  }

  private void accept(BatchRow row, Report report) {
    Limit held = limits.hold(new PartyId(row.partyId()));
    BatchRow accepted = acceptance.accepted(row, held, report);
    try {
      Rows.one(mapper.accept(accepted));
    } catch (DataIntegrityViolationException e) {
      acceptance.refused(accepted);
      throw e;
    }
    acceptance.settle(accepted);
  }

  private static void requireUninvolved(
      Caller caller, BatchRow row, Style style, Label label, Report report) {
    Set<PersonId> involved =
        new HashSet<>(
            List.of(
                style.enteredBy(),
                label.enteredBy(),
                report.enteredBy(),
                new PersonId(row.appliedBy())));
    if (involved.contains(caller.personId())) {
      throw IssueTexts.problem(ProblemKind.NOT_ALLOWED, "review.own");
    }
  }

  /// The decision of the day of application is kept; but records that have since become worse must
  /// not be approved.
  private void requireStillOpen(Style style, Label label, Report report) {
    if (report.status() != ReportStatus.VALID) {
      throw IssueTexts.problem(ProblemKind.STATE_CONFLICT, "review.report");
    }
    String verdict = gate.decide(style, label, report).verdict();
    if (!verdict.equals("PASS") && !verdict.equals("REVIEW")) {
      throw IssueTexts.problem(ProblemKind.STATE_CONFLICT, "review.gate");
    }
  }
}
