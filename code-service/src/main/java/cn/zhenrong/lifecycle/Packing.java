package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Seals boxes. A box is all or nothing: one code that cannot go in, and nothing is sealed.
@Service
class Packing {
  private final Loading loading;
  private final Moving moving;
  private final SpanTable spans;
  private final BoxSeals seals;
  private final BoxMapper mapper;
  private final RandomGenerator random;
  private final Clock clock;

  Packing(
      Loading loading,
      Moving moving,
      SpanTable spans,
      BoxSeals seals,
      BoxMapper mapper,
      RandomGenerator random,
      Clock clock) {
    this.loading = loading;
    this.moving = moving;
    this.spans = spans;
    this.seals = seals;
    this.mapper = mapper;
    this.random = random;
    this.clock = clock;
  }

  /// Seals a box of codes of one maker.
  ///
  /// @throws cn.zhenrong.problem.Problem not-allowed, invalid-input, not-found; state-conflict with
  ///   member `refused` if a code is none, is out of use or lies in another sealed box
  @Transactional
  Box seal(Caller who, NewBox input) {
    Fields fields = new Fields();
    String note = input.note(fields);
    Load load = loading.load(who, input, fields);
    load.batches().forEach(batch -> block(batch, load));
    if (!load.refused().isEmpty()) {
      throw LifeTexts.conflict("box.refused").with("refused", load.refused());
    }
    return write(who, load, note);
  }

  /// Locks a batch and refuses what cannot be packed.
  private void block(Batch batch, Load load) {
    Access.requireSealed(batch);
    moving.lock(batch);
    List<Range> ranges = load.of(batch).ranges();
    spans.read(
        batch.id(),
        ranges,
        run -> {
          if (run.mark().state().isFinal()) {
            String state = run.mark().state().name();
            load.block(batch, run.range(), state, LifeTexts.standing(Move.SHIP, run));
          }
        });
    for (Range range : ranges) {
      for (SealedRange part : seals.over(batch.id(), range, BoxSeals.MOST_CODES)) {
        BoxId box = new BoxId(part.boxId());
        load.block(batch, part.range(), "IN_BOX", LifeTexts.TEXTS.words("refused.in-box", box));
      }
    }
  }

  private Box write(Caller who, Load load, @Nullable String note) {
    BoxId id = BoxId.next(clock.instant(), random);
    BoxRow row =
        new BoxRow(
            id.value(),
            load.batches().getFirst().party().value(),
            load.codes(),
            note,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            who.person(),
            Audit.requestId(),
            null,
            null,
            null,
            null,
            null);
    List<BoxRange> content =
        load.batches().stream()
            .flatMap(batch -> load.of(batch).ranges().stream().map(range -> row(id, batch, range)))
            .toList();
    Rows.one(mapper.insert(row));
    SpanTable.chunks(content, mapper::insertRanges);
    return new Box(row, content);
  }

  private static BoxRange row(BoxId id, Batch batch, Range range) {
    return new BoxRange(batch.id().value(), range.first(), range.last(), id.value());
  }
}
