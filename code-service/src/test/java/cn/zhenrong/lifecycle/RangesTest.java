package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RangesTest {
  /// Against a set of numbers, which is slow and cannot be wrong.
  @Test
  void sharesAndLeavesOutWhatASetOfNumbersWould() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      List<Range> given = new ArrayList<>();
      TreeSet<Long> numbers = new TreeSet<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        Range range = range(random);
        given.add(range);
        numbers.addAll(numbersOf(List.of(range)));
      }
      Range place = range(random);
      Ranges ranges = Ranges.of(given);

      TreeSet<Long> inside = new TreeSet<>(numbersOf(List.of(place)));
      TreeSet<Long> outside = new TreeSet<>(inside);
      inside.retainAll(numbers);
      outside.removeAll(numbers);
      assertThat(ranges.size()).isEqualTo(numbers.size());
      assertThat(ranges.all()).isEqualTo(Ranges.ofNumbers(numbers).all());
      assertThat(numbersOf(ranges.within(place))).containsExactlyElementsOf(inside);
      assertThat(numbersOf(ranges.outside(place))).containsExactlyElementsOf(outside);
    }
  }

  @Test
  void neighboursAreOne() {
    assertThat(Ranges.of(List.of(new Range(4, 6), new Range(1, 3))).all())
        .containsExactly(new Range(1, 6));
  }

  private static Range range(Random random) {
    long first = 1 + random.nextInt(40);
    return new Range(first, first + random.nextInt(12));
  }

  private static List<Long> numbersOf(List<Range> ranges) {
    return ranges.stream()
        .flatMap(range -> LongStream.rangeClosed(range.first(), range.last()).boxed())
        .toList();
  }
}
