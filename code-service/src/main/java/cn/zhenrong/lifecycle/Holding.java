package cn.zhenrong.lifecycle;

import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Placing and releasing holds: one person of the association places, another releases.
@Service
public class Holding {
  private final HoldMapper mapper;
  private final Access access;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final Clock clock;

  Holding(
      HoldMapper mapper,
      Access access,
      Audit audit,
      ApplicationEventPublisher events,
      Ids ids,
      Clock clock) {
    this.mapper = mapper;
    this.access = access;
    this.audit = audit;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /// Places a hold; it lies on every code of its scope within two seconds.
  @Transactional
  public Hold place(Caller who, NewHold input) {
    who.require(Role.ASSOCIATION);
    NewHold.Wish wish = input.read();
    if (!access.exists(wish.scope())) {
      throw Problem.invalid("scope", "scope.unknown", LifeTexts.TEXTS.words("scope.unknown"));
    }
    if (!access.reaches(wish.scope())) {
      throw Problem.invalid(
          "scope.range.last", "scope.beyond", LifeTexts.TEXTS.words("scope.beyond"));
    }
    Range range = wish.scope().range();
    HoldRow row =
        new HoldRow(
            ids.next(),
            wish.scope().kind(),
            wish.scope().id(),
            range == null ? null : range.first(),
            range == null ? null : range.last(),
            wish.recall(),
            wish.reason(),
            wish.phone() == null ? access.phoneOf(who) : wish.phone(),
            wish.remedy(),
            who.person(),
            now(),
            null,
            null,
            null);
    Rows.one(mapper.insert(row));
    audit.note(
        who, wish.recall() ? "recall.place" : "hold.place", wish.scope().subject(), row.reason());
    events.publishEvent(new HoldsChanged(row.id()));
    return row.hold();
  }

  /// Releases a hold.
  ///
  /// @throws Problem not-allowed for the person who placed it, state-conflict if it is released
  @Transactional
  public Instant release(Caller who, long id, @Nullable String reason) {
    who.require(Role.ASSOCIATION);
    Fields fields = new Fields();
    String why = fields.text("reason", reason, NewHold.LONGEST_REASON);
    fields.check();
    HoldRow row = mapper.find(id);
    if (row == null) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    if (row.placedBy() == who.person()) {
      throw Problem.of(ProblemKind.NOT_ALLOWED, LifeTexts.TEXTS.words("hold.second-person"));
    }
    Instant now = now();
    if (mapper.release(id, who.person(), now, why) != 1) {
      throw LifeTexts.conflict("hold.released");
    }
    audit.note(who, row.recall() ? "recall.release" : "hold.release", row.scope().subject(), why);
    events.publishEvent(new HoldsChanged(id));
    return now;
  }

  /// Holds, newest first.
  ///
  /// @param released whether those that are over, or those in force
  List<HoldRow> page(Caller who, boolean released, Listing listing) {
    who.require(Role.ASSOCIATION);
    return mapper.page(released, listing.before(), listing.limit());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
