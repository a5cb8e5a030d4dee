package cn.zhenrong.lifecycle;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Backing;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The work of the QC bench and the returns desk: many codes of one batch at a time. What cannot
/// move is told with its reason and holds up nothing else.
@Service
public class Bench {
  private final Access access;
  private final Codes codes;
  private final Holds holds;
  private final Moving moving;
  private final Backing backing;

  Bench(Access access, Codes codes, Holds holds, Moving moving, Backing backing) {
    this.access = access;
    this.codes = codes;
    this.holds = holds;
    this.moving = moving;
    this.backing = backing;
  }

  /// What was done.
  ///
  /// @param more whether further refused runs were left out
  public record Done(long moved, List<Refused> refused, boolean more) {}

  /// Moves the codes of a batch.
  ///
  /// @throws cn.zhenrong.problem.Problem not-found, not-allowed, invalid-input; state-conflict if
  ///   the batch is not open, or the move brings goods to market and the batch is wholly on hold or
  ///   its report no longer counts
  public Done move(Caller who, BatchId id, Move move, Selection selection) {
    Batch batch = access.batch(who, id, Role.MAKER, Role.QC);
    Fields fields = new Fields();
    selection.check(fields, batch.count());
    Deed deed = deed(who, move, selection, fields);
    fields.check();
    Access.requireOpen(batch);
    Wanted wanted = wanted(who, batch, selection);
    if (move.needsClearance()) {
      requireGateOpen(batch);
      requireClear(batch, wanted);
    }
    Outcome outcome = moving.move(id, deed, wanted.ranges());
    for (SpanList.Run run : outcome.blocked()) {
      wanted.block(run.range(), reason(move, run.mark()), LifeTexts.standing(move, run));
    }
    return new Done(outcome.moved(), wanted.refused(), outcome.more());
  }

  private static Deed deed(Caller who, Move move, Selection selection, Fields fields) {
    if (move == Move.SAMPLE && selection.reason() == null) {
      return new Deed(who, move, Reason.SAMPLE, null);
    }
    if (!move.to().isFinal() || move == Move.DISPLAY) {
      return Deed.of(who, move);
    }
    ReasonInput.Given given = new ReasonInput(selection.reason(), selection.words()).read(fields);
    return new Deed(who, move, given.reason(), given.words());
  }

  private Wanted wanted(Caller who, Batch batch, Selection selection) {
    Range range = selection.range();
    if (range != null) {
      return Wanted.range(range, sequence -> codes.at(batch, sequence).serial());
    }
    Wanted wanted = Wanted.scanned(sequence -> codes.at(batch, sequence).serial());
    List<@Nullable String> serials = selection.serials() == null ? List.of() : selection.serials();
    for (int i = 0; i < serials.size(); i++) {
      scan(who, batch, wanted, i, serials.get(i));
    }
    return wanted;
  }

  private void scan(Caller who, Batch batch, Wanted wanted, int index, @Nullable String typed) {
    Optional<Serial> serial = typed == null ? Optional.empty() : Serial.read(typed);
    if (serial.isEmpty()) {
      wanted.refuse(Refused.scanned(index, null, "NOT_A_SERIAL", words("refused.not-a-serial")));
      return;
    }
    String text = serial.get().text();
    Optional<Code> code = codes.find(serial.get());
    if (code.isEmpty()) {
      wanted.refuse(Refused.scanned(index, text, "NEVER_ISSUED", words("refused.never-issued")));
    } else if (!code.get().batch().id().equals(batch.id())) {
      wanted.refuse(
          Refused.scanned(index, text, "WRONG_BATCH", otherBatch(who, code.get().batch())));
    } else {
      wanted.add(index, code.get().sequence());
    }
  }

  /// Names the other batch only to those who may know it.
  private Words otherBatch(Caller who, Batch other) {
    return access.reaches(who, other.party())
        ? words("refused.wrong-batch-of", other.id())
        : words("refused.wrong-batch");
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
            words(row.recall() ? "refused.recalled" : "refused.on-hold", row.reason()));
      }
    }
  }

  /// `ALREADY_ACTIVE` where the code stands where it should go, else the name of its state.
  private static String reason(Move move, Mark mark) {
    String state = mark.state().name();
    return mark.state() == move.to() ? "ALREADY_" + state : state;
  }

  private static Words words(String key, Object... arguments) {
    return LifeTexts.TEXTS.words(key, arguments);
  }
}
