package cn.zhenrong.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EarlierTest {
  @Test
  void tellsWhichOfTheCodesLeftBefore() {
    assertThat(Earlier.text(List.of(), 1, 10)).isNull();
    assertThat(Earlier.text(List.of(range(1, 4), range(5, 5), range(3, 4), range(9, 99)), 2, 20))
        .isEqualTo("2-5,9-20");
    assertThat(Earlier.of("2-5,9-20")).containsExactly(range(2, 5), range(9, 20));
    assertThat(Earlier.of(null)).isEmpty();
  }

  @Test
  void tellsTheFirstTwentyRanges() {
    List<Earlier> everyOther =
        LongStream.rangeClosed(1, 30).mapToObj(n -> range(2 * n, 2 * n)).toList();
    assertThat(Earlier.of(Earlier.text(everyOther, 1, 100))).isEqualTo(everyOther.subList(0, 20));
  }

  private static Earlier range(long first, long last) {
    return new Earlier(first, last);
  }
}
