package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Backing;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Line;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Words;
import java.util.List;
import org.springframework.stereotype.Service;

/// The work of the QC bench and the returns desk: many codes of one batch at a time. What cannot
/// move is told with its reason and holds up nothing else.
@Service
public class Bench {
  private final Access access;
  private final Scanning scanning;
  private final Holds holds;
  private final Moving moving;
  private final Backing backing;

  Bench(Access access, Scanning scanning, Holds holds, Moving moving, Backing backing) {
    this.access = access;
    this.scanning = scanning;
    this.holds = holds;
    this.moving = moving;
    this.backing = backing;
  }

  /// What was done.
  ///
  /// @param more whether further refused codes were left out
  public record Done(long moved, List<Refused> refused, boolean more) {}

  /// Moves the codes of a batch.
  ///
  /// @throws cn.zhenrong.problem.Problem not-found, not-allowed, invalid-input; state-conflict if
  ///   the batch is not sealed or cancelled, or the move brings goods to market and the batch is
  ///   wholly on hold or its report no longer counts
  public Done move(Caller who, BatchId id, Move move, Selection selection) {
    Batch batch = access.batch(who, id, Role.MAKER, Role.QC);
    Fields fields = new Fields();
    selection.check(fields, batch.count());
    Deed deed = deed(who, move, new ReasonInput(selection.reason(), selection.words()), fields);
    fields.check();
    Access.requireSealed(batch);
    Range range = selection.range();
    return move(
        batch,
        deed,
        range == null
            ? scanning.list(who, batch, selection.scans())
            : scanning.range(batch, range));
  }

  /// Spoils the codes of a file.
  ///
  /// @throws cn.zhenrong.problem.Problem not-found, not-allowed, invalid-input; state-conflict if
  ///   the batch is not sealed
  Done spoil(Caller who, BatchId id, ReasonInput reason, CodeList file) {
    Batch batch = access.batch(who, id, Role.MAKER, Role.QC);
    Fields fields = new Fields();
    Deed deed = deed(who, Move.SPOIL, reason, fields);
    fields.check();
    Access.requireSealed(batch);
    return move(batch, deed, scanning.file(who, batch, file));
  }

  /// Moves what is wanted of a sealed batch.
  ///
  /// @throws cn.zhenrong.problem.Problem state-conflict as above
  Done move(Batch batch, Deed deed, Wanted wanted) {
    Move move = deed.move();
    if (move.needsClearance()) {
      requireGateOpen(batch);
      requireClear(batch, wanted);
    }
    Outcome outcome = moving.move(batch, deed, wanted.ranges());
    for (Blocked blocked : outcome.blocked()) {
      wanted.block(blocked.range(), reason(move, blocked), words(batch, move, blocked));
    }
    return new Done(outcome.moved(), wanted.refused(), outcome.more() || wanted.more());
  }

  private static Deed deed(Caller who, Move move, ReasonInput reason, Fields fields) {
    if (move == Move.SAMPLE && reason.reason() == null) {
      return new Deed(who, move, Reason.SAMPLE, null);
    }
    if (!move.to().isFinal() || move == Move.DISPLAY) {
      return Deed.of(who, move);
    }
    ReasonInput.Given given = reason.read(fields);
    return new Deed(who, move, given.reason(), given.words());
  }

  private void requireGateOpen(Batch batch) {
    if (!backing.stands(batch)) {
      throw LifeTexts.conflict("batch.report-lapsed");
    }
  }

  private void requireClear(Batch batch, Wanted wanted) {
    holds
        .onAll(batch)
        .ifPresent(row -> {
          throw LifeTexts.conflict(row.recall() ? "batch.recalled" : "batch.on-hold", row.reason());
        });
    for (HoldRow row : holds.onParts(batch)) {
      Range place = row.scope().range();
      if (place != null) {
        wanted.block(
            place,
            row.recall() ? "RECALLED" : "ON_HOLD",
            LifeTexts.TEXTS.words(
                row.recall() ? "refused.recalled" : "refused.on-hold", row.reason()));
      }
    }
  }

  /// `ALREADY_ACTIVE` where the code stands where it should go, else the name of its state or of
  /// what else stands in the way.
  private static String reason(Move move, Blocked blocked) {
    if (blocked.why() != Blocked.Why.STATE) {
      return blocked.why().name();
    }
    String state = blocked.mark().state().name();
    return blocked.mark().state() == move.to() ? "ALREADY_" + state : state;
  }

  private static Words words(Batch batch, Move move, Blocked blocked) {
    return switch (blocked.why()) {
      case STATE -> LifeTexts.standing(move, blocked.run());
      case QUANTITY_USED -> LifeTexts.TEXTS.words("refused.quantity-used", batch.garments());
      case LINE_QUANTITY_USED -> ofLine(batch.lineOf(blocked.range().first()));
      case BATCH_CLOSED -> LifeTexts.TEXTS.words("refused.batch-closed");
    };
  }

  private static Words ofLine(Line line) {
    return LifeTexts.TEXTS.words(
        "refused.line-quantity-used", line.number(), line.colour(), line.size(), line.quantity());
  }
}
