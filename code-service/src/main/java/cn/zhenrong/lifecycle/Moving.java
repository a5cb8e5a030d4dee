package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchStatus;
import cn.zhenrong.party.Rows;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Moves codes of one batch from state to state.
///
/// All changes to a batch wait for one row, `code_life`, so each sees the spans the one before left
/// behind (the pool reads committed rows), how many codes are in use, and whether the batch ended.
@Service
class Moving {
  private final LifeMapper mapper;
  private final SpanTable spans;
  private final BoxSeals seals;
  private final Clock clock;

  Moving(LifeMapper mapper, SpanTable spans, BoxSeals seals, Clock clock) {
    this.mapper = mapper;
    this.spans = spans;
    this.seals = seals;
    this.clock = clock;
  }

  /// Moves every code of the ranges that may make the move; the others stay as they are. Opens
  /// boxes that lose their whole by it.
  ///
  /// @param ranges in order and apart from each other, within the batch
  /// @throws cn.zhenrong.problem.Problem state-conflict for a batch that has ended, as far as no
  ///   code of it can make the move
  @Transactional
  Outcome move(Batch batch, Deed deed, List<Range> ranges) {
    Change change = begin(batch, deed);
    requireGoesOn(change);
    Tally tally = new Tally();
    spans.edit(change, ranges, (list, run) -> move(change, list, run, tally));
    end(change);
    seals.openTouched(change, ranges, tally.moved());
    return tally.outcome();
  }

  /// Locks the batch until the transaction ends.
  LifeRow lock(Batch batch) {
    LifeRow life = mapper.lock(batch.id().value());
    if (life == null) {
      mapper.open(batch.id().value());
      life = mapper.lock(batch.id().value());
    }
    if (life == null) {
      throw new IllegalStateException("the batch’s row is gone");
    }
    return life;
  }

  /// Begins work on a batch, which is locked until the transaction ends.
  Change begin(Batch batch, Deed deed) {
    LifeRow life = lock(batch);
    Places places = Places.of(batch, life, spans);
    return new Change(batch, deed, clock.instant().truncatedTo(ChronoUnit.MILLIS), life, places);
  }

  void end(Change change) {
    Rows.one(mapper.advance(change.batch(), change.life()));
  }

  static Mark after(SpanList.Run run, Deed deed) {
    return run.mark().after(deed.move(), deed.reason(), deed.words());
  }

  private static void move(Change change, SpanList list, SpanList.Run run, Tally tally) {
    Move move = change.deed().move();
    Blocked.Why why = Blocked.of(run.mark(), move, change.ended() == BatchStatus.CLOSED);
    if (why != null) {
      tally.block(run, why);
      return;
    }
    if (!move.to().isInUse() || run.mark().state().isInUse()) {
      put(change, list, run, tally);
      return;
    }
    for (Range part : change.parts(run.range())) {
      intoUse(change, list, new SpanList.Run(part, run.span()), tally);
    }
  }

  /// As many as there is room for, in the batch and in their line.
  private static void intoUse(Change change, SpanList list, SpanList.Run run, Tally tally) {
    long ofBatch = change.room();
    long room = Math.min(ofBatch, change.roomOfLine(run.range().first()));
    long most = Math.min(room, run.range().length());
    if (most > 0) {
      put(change, list, run.first(most), tally);
    }
    if (most < run.range().length()) {
      tally.block(
          run.after(most),
          room < ofBatch ? Blocked.Why.LINE_QUANTITY_USED : Blocked.Why.QUANTITY_USED);
    }
  }

  private static void put(Change change, SpanList list, SpanList.Run run, Tally tally) {
    change.put(list, run, after(run, change.deed()));
    tally.move(run.range());
  }

  /// An instance may not know yet that a batch has ended; the row that is locked does.
  private static void requireGoesOn(Change change) {
    Move move = change.deed().move();
    if (change.ended() == BatchStatus.CANCELLED && move != Move.VOID) {
      throw LifeTexts.conflict("batch.cancelled");
    }
    if (change.ended() == BatchStatus.CLOSED && move == Move.RELEASE) {
      throw LifeTexts.conflict("batch.closed");
    }
  }
}
