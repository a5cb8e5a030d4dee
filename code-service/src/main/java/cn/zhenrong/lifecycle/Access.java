package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Backing;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Parties;
import cn.zhenrong.party.Party;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may work on which codes. A maker's people work on the maker's own batches; a QC bench that
/// belongs to no maker, at the association or a warehouse, works on everybody's; the association
/// sees all. Whatever is another's is as good as not there.
@Component
class Access {
  private final Batches batches;
  private final Codes codes;
  private final Parties parties;
  private final Backing backing;

  Access(Batches batches, Codes codes, Parties parties, Backing backing) {
    this.batches = batches;
    this.codes = codes;
    this.parties = parties;
    this.backing = backing;
  }

  /// @throws Problem not-allowed for another role, not-found for another's batch
  Batch batch(Caller who, BatchId id, Role... roles) {
    who.require(roles);
    return batches
        .find(id)
        .filter(batch -> reaches(who, batch.party()))
        .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
  }

  /// @throws Problem not-allowed for another role, never-issued, not-found for another's code
  Code code(Caller who, String typed, Role... roles) {
    who.require(roles);
    Code code =
        Scan.read(typed)
            .flatMap(scan -> codes.find(scan.serial()).filter(scan::names))
            .orElseThrow(() -> Problem.of(ProblemKind.NEVER_ISSUED));
    if (!reaches(who, code.batch().party())) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    return code;
  }

  /// Whether records of `owner` are this caller's to work on.
  boolean reaches(Caller who, PartyId owner) {
    return who.maySee(owner) || (who.is(Role.QC) && parties.isNeutral(who.partyId()));
  }

  /// @throws Problem state-conflict unless the batch has its codes and its manifest is sealed
  static void requireSealed(Batch batch) {
    if (!batch.status().isSealed()) {
      throw LifeTexts.conflict("batch.not-open");
    }
  }

  /// Whether there is such a thing to hold.
  boolean exists(HoldScope scope) {
    return switch (scope.kind()) {
      case REPORT -> backing.isReport(scope.id());
      case PARTY -> parties.find(new PartyId(scope.id())).isPresent();
      case BATCH, RANGE -> batches.find(new BatchId(scope.id())).isPresent();
    };
  }

  /// Whether the range a hold names lies within its batch.
  boolean reaches(HoldScope scope) {
    Range range = scope.range();
    return range == null
        || batches
            .find(new BatchId(scope.id()))
            .filter(batch -> range.last() <= batch.count())
            .isPresent();
  }

  /// The telephone number of the caller's organisation.
  @Nullable String phoneOf(Caller who) {
    return parties.find(who.partyId()).map(Party::phone).orElse(null);
  }
}
