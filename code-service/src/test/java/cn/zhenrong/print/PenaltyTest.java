package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PenaltyTest {
  @ParameterizedTest
  @CsvSource({
    // runs of five and more
    "#.#.#.#.#.#.#.#.#.#.#, 0",
    "####.#.#.#.#.#.#.#.#.#, 0",
    "#####.#.#.#.#.#.#.#.#., 3",
    "#######.#.#.#.#.#.#.#., 5",
    "#####.....#.#.#.#.#.#., 6",
    // 1:1:3:1:1 with light before, after, both, neither; the quiet zone is light
    "##....#.###.#.##.#.#.#, 40",
    "##.#.#.###.#....##.#.#, 40",
    "##....#.###.#....#.#.#, 40",
    "##.##.#.###.#.##.#.#.#, 0",
    "#.###.#.##.#.#.##.#.##, 40",
    "..#.###.#.##.#.##.#.##, 40",
    "#.##.#.#.##.##.#.###.#, 40",
    // arms of one module exactly
    "##....##.###.#.##.#.#., 0",
    // twice and three times as wide
    "##..######..##.#.##.#.#.#, 44",
    "#.##..######..##.#.##.#.#, 4",
    "###...#########...###.#.#, 47",
  })
  void scoresALine(String line, int penalty) {
    assertThat(score(line)).isEqualTo(penalty);
    assertThat(PlainPenalty.line(line)).isEqualTo(penalty);
  }

  @Test
  void scoresRandomLinesAsTheSlowWayDoes() {
    Random random = new Random(4);
    for (int i = 0; i < 200_000; i++) {
      String line = randomLine(random);

      assertThat(score(line)).as(line).isEqualTo(PlainPenalty.line(line));
    }
  }

  /// Runs of 1–9 modules, often in multiples of one unit so that finder-like patterns come up.
  private static String randomLine(Random random) {
    int size = 21 + 4 * random.nextInt(11);
    int unit = 1 + random.nextInt(3);
    StringBuilder line = new StringBuilder(random.nextBoolean() ? "" : "#");
    boolean dark = false;
    while (line.length() < size) {
      int run = unit * (random.nextInt(3) == 0 ? 3 + random.nextInt(2) : 1);
      line.append((dark ? "#" : ".").repeat(run));
      dark = !dark;
    }
    return line.substring(0, size);
  }

  private static int score(String line) {
    long bits = 0;
    for (int i = 0; i < line.length(); i++) {
      bits |= (line.charAt(i) == '#' ? 1L : 0) << i;
    }
    long inner = (1L << line.length() - 1) - 1;
    return Penalty.line(bits, ~(bits ^ bits >>> 1) & inner);
  }
}
