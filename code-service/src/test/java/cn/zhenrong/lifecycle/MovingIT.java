package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.testing.ServiceTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class MovingIT {
  @Autowired Moving moving;
  @Autowired Rebuilding rebuilding;
  @Autowired LifeMapper mapper;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  private final Batch sample = SampleBatches.next(100_000_000, 0);
  private final BatchId batch = sample.id();
  private final Deed activate = Deed.of(SampleBatches.QC, Move.ACTIVATE);
  private final Deed spoil = new Deed(SampleBatches.QC, Move.SPOIL, Reason.DAMAGED, "撕裂");

  @Test
  void labelsActivatedOneByOneInOrderAreOneRow() {
    for (long n = 1; n <= 300; n++) {
      assertThat(moving.move(sample, activate, List.of(Range.of(n))).moved()).isEqualTo(1);
    }

    assertThat(rebuilding.fromTable(batch))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.firstSequence()).isEqualTo(1);
          assertThat(row.lastSequence()).isEqualTo(300);
          assertThat(row.state()).isEqualTo(CodeState.ACTIVE);
        });
    agreesWithItsEvents(batch, 300);
  }

  @Test
  void labelsActivatedInAnyOrderEndAsOneRow() {
    List<Long> order = new ArrayList<>(LongStream.rangeClosed(1, 200).boxed().toList());
    Collections.shuffle(order, new Random(3));

    for (List<Long> part : List.of(order.subList(0, 50), order.subList(50, 200))) {
      List<Range> ranges = part.stream().sorted().map(Range::of).toList();
      assertThat(moving.move(sample, activate, ranges).moved()).isEqualTo(part.size());
    }

    assertThat(rebuilding.fromTable(batch)).hasSize(1);
    agreesWithItsEvents(batch, 200);
  }

  @Test
  void aRangeOverSeveralSpansMovesWhatMayMoveAndTellsTheRest() {
    moving.move(sample, Deed.of(SampleBatches.MAKER, Move.RELEASE), range(1, 60));
    moving.move(sample, spoil, range(11, 20));
    moving.move(sample, activate, range(31, 40));

    Outcome outcome = moving.move(sample, activate, range(1, 100));

    assertThat(outcome.moved()).isEqualTo(80);
    assertThat(outcome.blocked())
        .extracting(Blocked::range, blocked -> blocked.mark().state())
        .containsExactly(
            tuple(new Range(11, 20), CodeState.SPOILED),
            tuple(new Range(31, 40), CodeState.ACTIVE));
    assertThat(rebuilding.fromTable(batch)).hasSize(3);
    agreesWithItsEvents(batch, 0);
  }

  @Test
  void aSecondClickChangesNothing() {
    moving.move(sample, activate, range(1, 10));
    List<SpanRow> before = rebuilding.fromTable(batch);

    Outcome second = moving.move(sample, activate, range(1, 10));

    assertThat(second.moved()).isZero();
    assertThat(second.blocked()).hasSize(1);
    assertThat(rebuilding.fromTable(batch)).isEqualTo(before);
    assertThat(mapper.eventsAfter(batch.value(), 0, 100)).hasSize(1);
  }

  @Test
  void aRangeLongerThanAWindowOfSpansIsWorkedThrough() {
    int spans = SpanTable.WINDOW + 700;
    List<Range> everyOther =
        LongStream.rangeClosed(1, spans).mapToObj(n -> Range.of(2 * n)).toList();
    moving.move(sample, spoil, everyOther);
    assertThat(rebuilding.fromTable(batch)).hasSize(spans);

    Outcome outcome = moving.move(sample, activate, range(1, 2L * spans + 10));

    assertThat(outcome.moved()).isEqualTo(spans + 10);
    assertThat(outcome.blocked()).hasSize(Tally.MOST_BLOCKED);
    assertThat(outcome.more()).isTrue();
    agreesWithItsEvents(batch, 0);

    moving.move(sample, Deed.of(SampleBatches.MAKER, Move.SHIP), range(1, 2L * spans + 10));
    moving.move(sample, Deed.of(SampleBatches.MAKER, Move.RETURN), range(1, 2L * spans + 10));
    agreesWithItsEvents(batch, 0);
  }

  @Test
  void manyStationsAtOnceLoseNothing() throws Exception {
    int stations = 8;
    int each = 40;
    try (ExecutorService bench = Executors.newFixedThreadPool(stations)) {
      List<Callable<Long>> work = new ArrayList<>();
      for (int station = 0; station < stations; station++) {
        int own = station;
        work.add(() -> {
          long moved = 0;
          for (long i = 0; i < each; i++) {
            // Neighbours are on different stations, and every code is scanned by two of them.
            moved +=
                moving.move(sample, activate, List.of(Range.of(1 + i * stations + own))).moved();
            long other = 1 + i * stations + (own + 1) % stations;
            moved += moving.move(sample, activate, List.of(Range.of(other))).moved();
          }
          return moved;
        });
      }
      long moved = 0;
      for (Future<Long> one : bench.invokeAll(work)) {
        moved += one.get();
      }
      assertThat(moved).isEqualTo((long) stations * each);
    }

    assertThat(rebuilding.fromTable(batch)).hasSize(1);
    agreesWithItsEvents(batch, stations * each);
  }

  @Test
  void eventsOfOneCodeAreFoundAmongOthers() {
    moving.move(sample, Deed.of(SampleBatches.MAKER, Move.RELEASE), range(1, 100_000_000));
    moving.move(sample, activate, range(500, 755));
    moving.move(sample, activate, range(756, 756));
    moving.move(sample, new Deed(SampleBatches.QC, Move.VOID, Reason.LOST, null), range(600, 600));

    assertThat(movesOf(600)).containsExactly(Move.RELEASE, Move.ACTIVATE, Move.VOID);
    assertThat(movesOf(500)).containsExactly(Move.RELEASE, Move.ACTIVATE);
    assertThat(movesOf(755)).containsExactly(Move.RELEASE, Move.ACTIVATE);
    assertThat(movesOf(756)).containsExactly(Move.RELEASE, Move.ACTIVATE);
    assertThat(movesOf(499)).containsExactly(Move.RELEASE);
    assertThat(movesOf(100_000_000)).containsExactly(Move.RELEASE);
  }

  /// A batch scanned one by one has an event a code; the story of one code must not read them all.
  @Test
  void theEventsOfOneCodeAreFoundWithoutReadingTheOthers() {
    List<Range> everyOther =
        LongStream.rangeClosed(1, 3000).mapToObj(n -> Range.of(2 * n)).toList();
    moving.move(sample, activate, everyOther);

    long reads =
        Objects.requireNonNull(
            transaction.execute(status -> {
              long before = rowsRead();
              assertThat(movesOf(3000)).containsExactly(Move.ACTIVATE);
              return rowsRead() - before;
            }));

    assertThat(reads).isLessThan(300);
  }

  private long rowsRead() {
    return Objects.requireNonNull(
        jdbc.query(
            "SHOW SESSION STATUS LIKE 'Handler_read%'",
            rows -> {
              long sum = 0;
              while (rows.next()) {
                sum += rows.getLong(2);
              }
              return sum;
            }));
  }

  @Test
  void noMoreCodesAreInUseThanThereAreGarmentsHoweverManyAskAtOnce() throws Exception {
    Batch small = SampleBatches.next(100, 60);
    Deed sampled = new Deed(SampleBatches.QC, Move.SAMPLE, Reason.SAMPLE, null);
    long moved = 0;
    try (ExecutorService bench = Executors.newFixedThreadPool(8)) {
      List<Callable<Long>> work = new ArrayList<>();
      for (long n = 1; n <= 160; n += 4) {
        Range four = new Range(n, n + 3);
        Deed deed = n % 3 == 0 ? sampled : activate;
        work.add(() -> moving.move(small, deed, List.of(four)).moved());
      }
      for (Future<Long> one : bench.invokeAll(work)) {
        moved += one.get();
      }
    }
    assertThat(moved).isEqualTo(100);
    assertThat(Objects.requireNonNull(life(small)).inUse()).isEqualTo(100);
    agreesWithItsEvents(small.id(), 0);
  }

  @Test
  void aSpareComesIntoUseOnlyWhenAnotherLabelLeavesIt() {
    Batch small = SampleBatches.next(10, 5);
    Outcome first = moving.move(small, activate, range(1, 15));
    assertThat(first.moved()).isEqualTo(10);
    assertThat(first.blocked())
        .extracting(Blocked::range, Blocked::why)
        .containsExactly(tuple(new Range(11, 15), Blocked.Why.QUANTITY_USED));

    moving.move(small, new Deed(SampleBatches.QC, Move.VOID, Reason.LOST, null), range(3, 4));
    moving.move(small, Deed.of(SampleBatches.QC, Move.SHIP), range(5, 6));
    moving.move(small, Deed.of(SampleBatches.QC, Move.RETURN), range(5, 5));
    Outcome second = moving.move(small, activate, range(1, 15));

    // The returned one was counted all along; two of the spares take the place of the void ones.
    assertThat(second.moved()).isEqualTo(3);
    assertThat(second.blocked().getLast().range()).isEqualTo(new Range(13, 15));
    agreesWithItsEvents(small.id(), 0);
  }

  @Test
  void aRebuildCountsWhatIsInUseAgain() {
    Batch small = SampleBatches.next(10, 5);
    moving.move(small, activate, range(1, 8));
    LifeRow right = Objects.requireNonNull(life(small));
    mapper.advance(small.id().value(), new LifeRow(1, 3, null, null));

    assertThat(rebuilding.rebuild(small.id()).differed()).isTrue();

    assertThat(life(small)).isEqualTo(right.uncounted());
  }

  private @Nullable LifeRow life(Batch of) {
    return mapper.lock(of.id().value());
  }

  @Test
  void aRebuildPutsRightWhatTheEventsDoNotSay() {
    moving.move(sample, activate, range(1, 10));
    List<SpanRow> right = rebuilding.fromTable(batch);
    mapper.deleteAllSpans(batch.value());

    assertThat(rebuilding.rebuild(batch)).isEqualTo(new Rebuilding.Rebuilt(1, true));

    assertThat(rebuilding.fromTable(batch)).isEqualTo(right);
  }

  private List<Move> movesOf(long sequence) {
    return mapper.eventsOf(batch.value(), sequence, Reach.of(sequence), 100).stream()
        .map(EventRow::move)
        .toList();
  }

  /// A rebuild finds nothing to put right.
  ///
  /// @param events how many there must be; 0 for any number
  private void agreesWithItsEvents(BatchId id, int events) {
    assertThat(rebuilding.rebuild(id).differed()).isFalse();
    if (events > 0) {
      assertThat(mapper.eventsAfter(id.value(), 0, 10_000)).hasSize(events);
    }
  }

  private static List<Range> range(long first, long last) {
    return List.of(new Range(first, last));
  }
}
