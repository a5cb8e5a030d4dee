package cn.zhenrong.issue;

import cn.zhenrong.evidence.Decision;
import cn.zhenrong.evidence.Gate;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.product.Labels;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Takes applications for codes: the gate decides, a range is taken, one batch row is written with
/// its lines, whatever the quantity.
@Service
class Issuing {
  private final ApplicationReader reader;
  private final Gate gate;
  private final Limits limits;
  private final Acceptance acceptance;
  private final Labels labels;
  private final Keys keys;
  private final BatchMapper mapper;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;
  private final JsonMapper json;

  Issuing(
      ApplicationReader reader,
      Gate gate,
      Limits limits,
      Acceptance acceptance,
      Labels labels,
      Keys keys,
      BatchMapper mapper,
      Audit audit,
      Ids ids,
      Clock clock,
      JsonMapper json) {
    this.reader = reader;
    this.gate = gate;
    this.limits = limits;
    this.acceptance = acceptance;
    this.labels = labels;
    this.keys = keys;
    this.mapper = mapper;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
    this.json = json;
  }

  /// What became of an application.
  ///
  /// @param isNew false if the same application had been made before under this external number
  record Outcome(Batch batch, boolean isNew) {}

  /// Applies for codes.
  ///
  /// @throws Problem invalid-input, gate-closed, quota-exceeded, coverage-exceeded, or
  ///   already-exists for an external number that stands for other content
  @Transactional
  public Outcome apply(Caller caller, NewBatch input) {
    caller.require(Role.MAKER);
    Application application = reader.read(caller, input);
    Optional<Batch> before = before(caller, application);
    if (before.isPresent()) {
      return new Outcome(before.get(), false);
    }
    Decision decision = gate.decide(application.style(), application.label(), application.report());
    boolean passes = isOpen(decision);
    Limit held = limits.hold(caller.partyId());
    BatchRow waiting = row(caller, application, decision, held);
    boolean accepts = passes && !waiting.overSize();
    BatchRow row = accepts ? acceptance.accepted(waiting, held, application.report()) : waiting;
    try {
      Rows.one(mapper.insert(row, application.digest(), json.writeValueAsString(decision.json())));
    } catch (DataIntegrityViolationException e) {
      Optional<Batch> other = before(caller, application);
      if (other.isPresent()) {
        // The same external number came twice at once and the other request is through.
        return new Outcome(other.get(), false);
      }
      acceptance.refused(row);
      throw e;
    }
    List<LineRow> lines =
        application.lines().stream().map(line -> LineRow.of(row.id(), line)).toList();
    Rows.exactly(lines.size(), mapper.insertLines(lines));
    if (!application.label().used()) {
      labels.use(application.label().id());
    }
    audit.note(caller, "batch.apply", "batch/" + row.id(), null);
    if (accepts) {
      acceptance.settle(row);
    }
    return new Outcome(row.batch(lines), true);
  }

  private Optional<Batch> before(Caller caller, Application application) {
    String externalNo = application.externalNo();
    BatchRow row = externalNo == null ? null : mapper.byExternalNo(caller.party(), externalNo);
    if (row == null) {
      return Optional.empty();
    }
    byte[] digest = mapper.contentDigest(row.id()).contentDigest();
    if (!MessageDigest.isEqual(digest, application.digest())) {
      throw IssueTexts.problem(ProblemKind.ALREADY_EXISTS, "external.other-content");
    }
    return Optional.of(row.batch(mapper.lines(row.id())));
  }

  /// Whether the gate opens at once; false where a second person decides.
  ///
  /// @throws Problem gate-closed with the findings
  private static boolean isOpen(Decision decision) {
    return switch (decision.verdict()) {
      case "PASS" -> true;
      case "REVIEW" -> false;
      case "FAIL" -> throw GateClosed.problem(decision, "gate.fail");
      default -> throw GateClosed.problem(decision, "gate.inconclusive");
    };
  }

  private BatchRow row(Caller caller, Application application, Decision decision, Limit held) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new BatchRow(
        ids.next(),
        caller.party(),
        application.style().id().value(),
        application.label().id().value(),
        application.report().id().value(),
        application.profile().word(),
        application.externalNo(),
        BatchStatus.AWAITING_REVIEW.name(),
        null,
        null,
        application.count(),
        application.garments(),
        keys.currentEpoch(),
        keys.currentSlot(),
        application.statement() == null ? null : application.statement().text(),
        decision.verdict(),
        decision.ruleSet(),
        decision.edition(),
        caller.person(),
        null,
        held.isOver(application.garments()),
        now,
        null,
        null);
  }
}
