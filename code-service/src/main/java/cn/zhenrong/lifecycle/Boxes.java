package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Boxes that were sealed: what is in them, moving one as a whole, opening it. All batches of a box
/// are locked, in order of their ids, before the box is.
@Service
class Boxes {
  private final Access access;
  private final Batches batches;
  private final Codes codes;
  private final Bench bench;
  private final Moving moving;
  private final SpanTable spans;
  private final BoxMapper mapper;
  private final Clock clock;

  Boxes(
      Access access,
      Batches batches,
      Codes codes,
      Bench bench,
      Moving moving,
      SpanTable spans,
      BoxMapper mapper,
      Clock clock) {
    this.access = access;
    this.batches = batches;
    this.codes = codes;
    this.bench = bench;
    this.moving = moving;
    this.spans = spans;
    this.mapper = mapper;
    this.clock = clock;
  }

  /// A code in a box, and where it stands.
  record Item(Code code, CodeState state) {}

  /// A box the caller may see.
  ///
  /// @throws Problem not-found if there is none or it is another maker's
  Box get(Caller who, String id) {
    return BoxId.read(id)
        .map(box -> mapper.find(box.value()))
        .filter(row -> access.reaches(who, new PartyId(row.partyId())))
        .map(row -> new Box(row, mapper.content(row.id())))
        .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
  }

  /// What was put into a box, at most a thousand.
  List<Item> items(Box box) {
    List<Item> items = new ArrayList<>();
    for (BoxRange part : box.content()) {
      Batch batch = batch(part);
      spans.read(
          batch.id(),
          List.of(part.range()),
          run -> {
            for (long n = run.range().first(); n <= run.range().last(); n++) {
              items.add(new Item(codes.at(batch, n), run.mark().state()));
            }
          });
    }
    return items;
  }

  /// Boxes with codes of a batch, the newest first.
  List<BoxRow> page(Caller who, BatchId id, @Nullable String before, int limit) {
    access.batch(who, id, Role.values());
    long end =
        before == null
            ? Long.MAX_VALUE
            : BoxId.read(before)
                .map(BoxId::value)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
    return mapper.page(id.value(), end, limit);
  }

  /// Moves the codes of a sealed box, which stays sealed.
  ///
  /// @throws Problem not-found, not-allowed; state-conflict if it is open, or as at the bench
  @Transactional
  Bench.Done move(Caller who, String id, Move move) {
    who.require(Role.MAKER, Role.QC);
    Box box = get(who, id);
    requireSealed(box.row());
    Load load = new Load(codes);
    List<Item> items = items(box);
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
  /// @throws Problem not-found, not-allowed, invalid-input
  @Transactional
  BoxRow open(Caller who, String id, @Nullable String words) {
    who.require(Role.MAKER, Role.QC);
    Fields fields = new Fields();
    String own = fields.optionalText("words", words, ReasonInput.LONGEST_WORDS);
    fields.check();
    Box box = get(who, id);
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

  private Batch batch(BoxRange part) {
    return batches.find(new BatchId(part.batchId())).orElseThrow();
  }

  private static void requireSealed(BoxRow row) {
    if (!row.isSealed()) {
      throw LifeTexts.conflict("box.open").with("current", BoxAnswer.of(row));
    }
  }
}
