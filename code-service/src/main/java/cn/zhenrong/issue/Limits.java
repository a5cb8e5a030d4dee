package cn.zhenrong.issue;

import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Parties;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.PartyKind;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What the association allows each maker, and how much of it is used.
///
/// Nothing is counted in a row of its own: what a month has used is the sum of its batches, so it
/// cannot go wrong, whatever becomes of one of them. A maker with limits is dealt with one batch at
/// a time, because its row is locked; one without has no row and waits for nobody.
@Service
class Limits {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final long MOST = 1_000_000_000_000L;
  private static final int LONGEST_REASON = 500;

  private final LimitMapper mapper;
  private final Parties parties;
  private final Audit audit;
  private final Clock clock;

  Limits(LimitMapper mapper, Parties parties, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.parties = parties;
    this.audit = audit;
    this.clock = clock;
  }

  /// A maker's limits beside what is used of them.
  ///
  /// @param used garments accepted in `month`
  record Use(PartyId party, Limit limit, YearMonth month, long used) {
    /// What may still be accepted this month; null without a quota.
    @Nullable Long left() {
      Long quota = limit.quota();
      return quota == null ? null : (Long) Math.max(0, quota - used);
    }
  }

  /// Sets a maker's limits, for batches from now on.
  ///
  /// @throws Problem not-allowed unless the caller is of the association, not-found for a party
  ///   that makes nothing, invalid-input
  @Transactional
  public Use set(Caller caller, PartyId party, NewLimit input) {
    caller.require(Role.ASSOCIATION);
    requireMaker(party);
    Fields fields = new Fields();
    Limit limit =
        new Limit(
            optional(fields, "quota", input.quota()),
            optional(fields, "approvalAbove", input.approvalAbove()));
    String reason = fields.text("reason", input.reason(), LONGEST_REASON);
    fields.check();
    int written = mapper.put(party.value(), limit, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (written < 1 || written > 2) {
      throw new IllegalStateException("wrote " + written + " rows where one was meant");
    }
    audit.note(
        caller,
        "issuing.limit",
        "party/" + party,
        "quota " + limit.quota() + ", approval above " + limit.approvalAbove() + ": " + reason);
    return use(party, limit);
  }

  /// A maker's limits, for the maker itself and the association.
  ///
  /// @throws Problem not-found if there is no such maker or it is not the caller's to see
  @Transactional(readOnly = true)
  public Use get(Caller caller, PartyId party) {
    caller.requireSees(party);
    requireMaker(party);
    Limit limit = mapper.limit(party.value());
    return use(party, limit == null ? Limit.NONE : limit);
  }

  /// The limits that hold for a batch of this transaction; they stay as they are until it ends.
  @Transactional(propagation = Propagation.MANDATORY)
  public Limit hold(PartyId party) {
    Limit limit = mapper.lock(party.value());
    return limit == null ? Limit.NONE : limit;
  }

  /// Lets a batch through if its garments are left of the month's quota. The limits must be held:
  /// then the sum contains every batch that was let through before, and none can come between.
  ///
  /// @throws Problem quota-exceeded, with member `left`
  @Transactional(propagation = Propagation.MANDATORY)
  public void require(PartyId party, Limit held, long garments) {
    if (held.quota() == null) {
      return;
    }
    Long left = use(party, held).left();
    if (left != null && garments > left) {
      throw IssueTexts.problem(ProblemKind.QUOTA_EXCEEDED, "quota.left", left).with("left", left);
    }
  }

  private Use use(PartyId party, Limit limit) {
    YearMonth month = YearMonth.from(clock.instant().atZone(CHINA));
    Instant from = month.atDay(1).atStartOfDay(CHINA).toInstant();
    Instant before = month.plusMonths(1).atDay(1).atStartOfDay(CHINA).toInstant();
    return new Use(party, limit, month, mapper.accepted(party.value(), from, before));
  }

  private void requireMaker(PartyId party) {
    if (parties.find(party).filter(one -> one.kind() == PartyKind.MAKER).isEmpty()) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
  }

  private static @Nullable Long optional(Fields fields, String field, @Nullable Long value) {
    return value == null ? null : (Long) fields.number(field, value, 0, MOST);
  }
}
