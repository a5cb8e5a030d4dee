package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Moves a sealed box as one, or opens it. All batches of a box are locked, in order of their ids,
/// before the box is looked at for good.
@Service
class BoxMoving {
  private final Boxes boxes;
  private final Batches batches;
  private final Codes codes;
  private final Bench bench;
  private final Moving moving;
  private final BoxMapper mapper;
  private final Clock clock;

  BoxMoving(
      Boxes boxes,
      Batches batches,
      Codes codes,
      Bench bench,
      Moving moving,
      BoxMapper mapper,
      Clock clock) {
    this.boxes = boxes;
    this.batches = batches;
    this.codes = codes;
    this.bench = bench;
    this.moving = moving;
    this.mapper = mapper;
    this.clock = clock;
  }

  /// Moves the codes of a sealed box, which stays sealed.
  ///
  /// @throws cn.zhenrong.problem.Problem not-found, not-allowed; state-conflict if it is open, or
  ///   as at the bench
  @Transactional
  Bench.Done move(Caller who, String id, Move move) {
    who.require(Role.MAKER, Role.QC);
    Box box = boxes.get(who, id);
    requireSealed(box.row());
    Load load = new Load(codes);
    List<Boxes.Item> items = boxes.items(box);
    for (int i = 0; i < items.size(); i++) {
      load.add(i, items.get(i).code());
    }
    long moved = 0;
    for (Batch batch : load.batches()) {
      Deed deed = Deed.of(who, move, box.row().boxId());
      moved += bench.move(batch, deed, load.of(batch)).moved();
    }
    // Only now are all its batches locked, so that nobody can open it.
    requireSealed(found(box));
    return new Bench.Done(moved, load.refused(), false);
  }

  /// Opens a box; once more changes nothing. What was in it stays on record.
  ///
  /// @throws cn.zhenrong.problem.Problem not-found, not-allowed, invalid-input
  @Transactional
  BoxRow open(Caller who, String id, @Nullable String words) {
    who.require(Role.MAKER, Role.QC);
    Fields fields = new Fields();
    String own = fields.optionalText("words", words, ReasonInput.LONGEST_WORDS);
    fields.check();
    Box box = boxes.get(who, id);
    box.content().stream().map(BoxRange::batchId).distinct().forEach(batch -> lock(batch));
    BoxRow row = found(box);
    if (row.isSealed()) {
      Opening opening =
          new Opening(
              clock.instant().truncatedTo(ChronoUnit.MILLIS),
              who.person(),
              null,
              own,
              Audit.requestId());
      Rows.one(mapper.open(List.of(row.id()), opening));
    }
    return found(box);
  }

  private void lock(long batch) {
    moving.lock(batches.find(new BatchId(batch)).orElseThrow());
  }

  private BoxRow found(Box box) {
    BoxRow row = mapper.find(box.row().id());
    if (row == null) {
      throw new IllegalStateException("the box’s row is gone");
    }
    return row;
  }

  private static void requireSealed(BoxRow row) {
    if (!row.isSealed()) {
      throw LifeTexts.conflict("box.open").with("current", BoxAnswer.of(row));
    }
  }
}
