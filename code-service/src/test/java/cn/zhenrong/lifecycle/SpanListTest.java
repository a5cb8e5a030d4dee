package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanListTest {
  private static final Instant T0 = Instant.parse("2026-11-22T01:00:00Z");
  private static final Mark ACTIVE = Mark.UNTOUCHED.after(Move.ACTIVATE, null, null);
  private static final Mark SPOILED = Mark.UNTOUCHED.after(Move.SPOIL, Reason.DAMAGED, null);
  private static final Mark MISPRINT = Mark.UNTOUCHED.after(Move.SPOIL, Reason.MISPRINT, null);

  @Test
  void aRollActivatedInOrderIsOneSpan() {
    SpanList spans = new SpanList(List.of());

    LongStream.rangeClosed(1, 1000).forEach(n -> spans.put(one(n, ACTIVE, n)));

    assertThat(spans.spans())
        .containsExactly(new Span(1, 1000, ACTIVE, T0.plusSeconds(1), T0.plusSeconds(1000)));
  }

  @Test
  void aRollActivatedInAnyOrderEndsAsOneSpan() {
    List<Long> order = new ArrayList<>(LongStream.rangeClosed(1, 1000).boxed().toList());
    Collections.shuffle(order, new Random(7));
    SpanList spans = new SpanList(List.of());

    order.forEach(n -> spans.put(one(n, ACTIVE, n)));

    assertThat(spans.spans()).hasSize(1);
    assertThat(spans.spans().getFirst().last()).isEqualTo(1000);
  }

  @Test
  void anotherReasonIsAnotherSpan() {
    SpanList spans = new SpanList(List.of());

    spans.put(span(1, 5, SPOILED));
    spans.put(span(6, 9, MISPRINT));

    assertThat(spans.spans()).containsExactly(span(1, 5, SPOILED), span(6, 9, MISPRINT));
  }

  @Test
  void aChangeInTheMiddleSplits() {
    SpanList spans = new SpanList(List.of(span(1, 10, ACTIVE)));

    spans.put(span(4, 6, SPOILED));

    assertThat(spans.spans())
        .containsExactly(span(1, 3, ACTIVE), span(4, 6, SPOILED), span(7, 10, ACTIVE));
    assertThat(spans.edit().remove()).containsExactly(span(1, 10, ACTIVE));
    assertThat(spans.edit().add()).hasSize(3);
  }

  @Test
  void aChangeThatClosesAGapJoinsBothSides() {
    SpanList spans = new SpanList(List.of(span(1, 3, ACTIVE), span(7, 9, ACTIVE)));

    spans.put(span(4, 6, ACTIVE));

    assertThat(spans.edit())
        .isEqualTo(
            new SpanList.Edit(
                List.of(span(1, 3, ACTIVE), span(7, 9, ACTIVE)), List.of(span(1, 9, ACTIVE))));
  }

  @Test
  void runsTellUntouchedCodesToo() {
    SpanList spans = new SpanList(List.of(span(3, 5, ACTIVE), span(8, 20, SPOILED)));

    assertThat(spans.runs(new Range(1, 10)))
        .extracting(run -> run.range().first() + "-" + run.range().last() + run.mark().state())
        .containsExactly("1-2ISSUED", "3-5ACTIVE", "6-7ISSUED", "8-10SPOILED");
    assertThat(spans.runs(new Range(4, 4))).hasSize(1);
    assertThat(spans.runs(new Range(30, 31))).hasSize(1);
  }

  /// Against the obvious model: one array cell per code.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithAnArray(long seed) {
    Random random = new Random(seed);
    Mark[] marks = {ACTIVE, SPOILED, MISPRINT};
    Mark[] model = new Mark[61];
    SpanList spans = new SpanList(List.of());
    Set<Span> table = new HashSet<>();
    for (int step = 0; step < 400; step++) {
      int first = 1 + random.nextInt(60);
      int last = Math.min(60, first + (random.nextBoolean() ? 0 : random.nextInt(25)));
      Mark mark = marks[random.nextInt(marks.length)];
      for (int i = first; i <= last; i++) {
        model[i] = mark;
      }
      spans.put(span(first, last, mark));
      SpanList touching = new SpanList(touching(table, first, last));
      touching.put(span(first, last, mark));
      table.removeAll(touching.edit().remove());
      table.addAll(touching.edit().add());

      assertThat(spans.spans()).isEqualTo(spansOf(model));
      assertThat(table).isEqualTo(Set.copyOf(spans.spans()));
      assertThat(touching.edit().add().size()).isLessThanOrEqualTo(3);
    }
  }

  /// What the table gives for a change: the spans in its place and those beside it.
  private static List<Span> touching(Set<Span> table, int first, int last) {
    return table.stream()
        .filter(span -> span.last() >= first - 1 && span.first() <= last + 1)
        .sorted((a, b) -> Long.compare(a.first(), b.first()))
        .toList();
  }

  private static List<Span> spansOf(Mark[] model) {
    List<Span> spans = new ArrayList<>();
    for (int i = 1; i < model.length; i++) {
      if (model[i] == null) {
        continue;
      }
      int from = i;
      while (i + 1 < model.length && model[from].equals(model[i + 1])) {
        i++;
      }
      spans.add(span(from, i, model[from]));
    }
    return spans;
  }

  private static Span one(long sequence, Mark mark, long second) {
    return Span.at(Range.of(sequence), mark, T0.plusSeconds(second));
  }

  private static Span span(long first, long last, Mark mark) {
    return new Span(first, last, mark, T0, T0);
  }
}
