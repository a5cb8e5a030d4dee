package cn.zhenrong.lifecycle;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.BatchStatus;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Words;
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
  private final SpanTable spans;
  private final Spares spares;
  private final BoxSeals seals;
  private final Holds holds;

  Replacing(
      Access access,
      Codes codes,
      Moving moving,
      SpanTable spans,
      Spares spares,
      BoxSeals seals,
      Holds holds) {
    this.access = access;
    this.codes = codes;
    this.moving = moving;
    this.spans = spans;
    this.spares = spares;
    this.seals = seals;
    this.holds = holds;
  }

  /// A code and the one in its place.
  ///
  /// @param sequence the successor's number in the batch
  /// @param standsAt where the successor stands: it is not activated by taking a place
  public record Pair(Serial predecessor, Serial successor, long sequence, CodeState standsAt) {}

  /// Replaces a code; once more with the same wish gives the same successor.
  ///
  /// @param successor a label of the same batch nobody used; null takes a spare: the label with the
  ///   highest number among those of the same line nobody used, and not one in a sealed box
  /// @throws Problem never-issued, not-found, not-allowed, invalid-input; state-conflict with
  ///   member `current` if either code cannot be used so
  @Transactional
  public Pair replace(Caller who, String serial, ReasonInput input, @Nullable String successor) {
    Code code = access.code(who, serial, Role.MAKER, Role.QC);
    Fields fields = new Fields();
    ReasonInput.Given given = input.read(fields);
    Long wanted = successor == null ? null : wanted(fields, code, successor);
    fields.check();
    Access.requireSealed(code.batch());
    Deed deed = new Deed(who, Move.REPLACE, given.reason(), given.words());
    Change change = moving.begin(code.batch(), deed);
    SpanList.Run old = spans.run(code.batch().id(), code.sequence());
    if (holds.on(code).isPresent()) {
      // Else a recalled garment would walk out of its recall under a new number.
      throw conflict(LifeTexts.TEXTS.words("replace.held"), code, old);
    }
    long taken =
        Move.REPLACE.allowedFrom(old.mark().state())
            ? replace(change, code, old, wanted)
            : sameAsBefore(code, old, wanted);
    CodeState standsAt = spans.run(code.batch().id(), taken).mark().state();
    return new Pair(code.serial(), codes.at(code.batch(), taken).serial(), taken, standsAt);
  }

  private long replace(Change change, Code code, SpanList.Run old, @Nullable Long wanted) {
    if (change.ended() == BatchStatus.CLOSED) {
      throw conflict(LifeTexts.TEXTS.words("replace.closed"), code, old);
    }
    long successor = wanted == null ? spare(code, old) : unused(code, wanted);
    edit(change, code.sequence(), run -> Moving.after(run, change.deed()).replacedBy(successor));
    edit(change, successor, run -> run.mark().inPlaceOf(code.sequence()));
    moving.end(change);
    return successor;
  }

  private interface Marking {
    Mark mark(SpanList.Run run);
  }

  private void edit(Change change, long sequence, Marking marking) {
    List<Range> place = List.of(Range.of(sequence));
    spans.edit(change, place, (list, run) -> change.put(list, run, marking.mark(run)));
    seals.openTouched(change, place, place);
  }

  /// A second click finds the code replaced already.
  private long sameAsBefore(Code code, SpanList.Run old, @Nullable Long wanted) {
    Long successor = old.mark().successor();
    if (successor == null || (wanted != null && !Objects.equals(wanted, successor))) {
      throw conflict(LifeTexts.standing(Move.REPLACE, old), code, old);
    }
    return successor;
  }

  private long unused(Code code, long wanted) {
    BatchId batch = code.batch().id();
    SpanList.Run run = spans.run(batch, wanted);
    if (run.mark().isSpare()) {
      return wanted;
    }
    throw conflict(
        run.mark().state().isUnused()
            ? LifeTexts.TEXTS.words("successor.taken")
            : LifeTexts.used(run),
        codes.at(code.batch(), wanted),
        run);
  }

  private long spare(Code code, SpanList.Run old) {
    Long spare = spares.find(code);
    if (spare == null) {
      throw conflict(LifeTexts.TEXTS.words("spare.none"), code, old);
    }
    return spare;
  }

  private Problem conflict(Words words, Code code, SpanList.Run run) {
    return Current.conflict(words, code, run, codes);
  }

  private @Nullable Long wanted(Fields fields, Code code, String successor) {
    Code other =
        Scan.read(successor)
            .flatMap(scan -> codes.find(scan.serial()).filter(scan::names))
            .orElse(null);
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
