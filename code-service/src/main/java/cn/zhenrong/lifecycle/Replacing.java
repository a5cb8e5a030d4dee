package cn.zhenrong.lifecycle;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.issue.Line;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts another label of the batch in the place of one. The new label keeps its own state: it is
/// activated when it is on the garment, like any other.
@Service
public class Replacing {
  private final Access access;
  private final Codes codes;
  private final Moving moving;
  private final Spares spares;
  private final Holds holds;

  Replacing(Access access, Codes codes, Moving moving, Spares spares, Holds holds) {
    this.access = access;
    this.codes = codes;
    this.moving = moving;
    this.spares = spares;
    this.holds = holds;
  }

  /// A code and the one in its place.
  public record Pair(Serial predecessor, Serial successor) {}

  /// Replaces a code; once more with the same wish gives the same successor.
  ///
  /// @param successor a label of the same batch nobody used; null takes a spare: the label with the
  ///   highest number among those of the same line nobody used
  /// @throws Problem never-issued, not-found, not-allowed, invalid-input; state-conflict if either
  ///   code cannot be used so
  @Transactional
  public Pair replace(Caller who, String serial, ReasonInput input, @Nullable String successor) {
    Code code = access.code(who, serial, Role.MAKER, Role.QC);
    Fields fields = new Fields();
    ReasonInput.Given given = input.read(fields);
    Long wanted = successor == null ? null : wanted(fields, code, successor);
    fields.check();
    Access.requireOpen(code.batch());
    if (holds.on(code).isPresent()) {
      // Else a recalled garment would walk out of its recall under a new number.
      throw LifeTexts.conflict("replace.held");
    }
    Deed deed = new Deed(who, Move.REPLACE, given.reason(), given.words());
    long taken = replace(code, deed, wanted);
    return new Pair(code.serial(), codes.at(code.batch(), taken).serial());
  }

  private long replace(Code code, Deed deed, @Nullable Long wanted) {
    BatchId batch = code.batch().id();
    Change change = moving.begin(batch, deed);
    SpanList.Run old = moving.run(batch, code.sequence());
    if (!Move.REPLACE.allowedFrom(old.mark().state())) {
      return sameAsBefore(old, wanted);
    }
    long successor = wanted == null ? spare(code) : unused(batch, wanted);
    moving.edit(
        change,
        List.of(Range.of(code.sequence())),
        (spans, run) ->
            change.put(
                spans,
                run,
                run.mark().after(Move.REPLACE, deed.reason(), deed.words()).replacedBy(successor)));
    moving.edit(
        change,
        List.of(Range.of(successor)),
        (spans, run) -> change.put(spans, run, run.mark().inPlaceOf(code.sequence())));
    moving.end(change);
    return successor;
  }

  /// A second click finds the code replaced already.
  private static long sameAsBefore(SpanList.Run old, @Nullable Long wanted) {
    Long successor = old.mark().successor();
    if (successor == null || (wanted != null && !Objects.equals(wanted, successor))) {
      throw LifeTexts.conflict(LifeTexts.standing(Move.REPLACE, old));
    }
    return successor;
  }

  private long unused(BatchId batch, long wanted) {
    SpanList.Run run = moving.run(batch, wanted);
    if (run.mark().isSpare()) {
      return wanted;
    }
    if (run.mark().state().isUnused()) {
      throw LifeTexts.conflict("successor.taken");
    }
    throw LifeTexts.conflict(LifeTexts.used(run));
  }

  private long spare(Code code) {
    Line line = code.line();
    Range range = new Range(line.firstSequence(), line.last());
    Long spare = spares.highest(code.batch().id(), range, code.sequence());
    if (spare == null) {
      throw LifeTexts.conflict("spare.none");
    }
    return spare;
  }

  private @Nullable Long wanted(Fields fields, Code code, String successor) {
    Code other = Serial.read(successor).flatMap(codes::find).orElse(null);
    String wrong =
        other == null
            ? "successor.not-a-serial"
            : !other.batch().id().equals(code.batch().id())
                ? "successor.other-batch"
                : other.sequence() == code.sequence() ? "successor.itself" : null;
    if (wrong != null) {
      fields.refuse("successor", wrong, LifeTexts.TEXTS.words(wrong));
    }
    return other == null ? null : other.sequence();
  }
}
