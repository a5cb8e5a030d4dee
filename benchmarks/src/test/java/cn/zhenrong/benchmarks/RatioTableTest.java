package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.benchmarks.RatioTable.Ratio;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatioTableTest {
  private static final String PAGE =
      "before\n" + RatioTable.BEGIN + "\nold\n" + RatioTable.END + "\nafter\n";

  @Test
  void saysWhetherATargetIsMet() {
    String table =
        RatioTable.markdown(
            Map.of("symbol/vs-zxing", ratio("4.2"), "issue/signed-vs-accp", ratio("0.7")));

    assertThat(table.lines().skip(2))
        .satisfiesExactly(
            signed ->
                assertThat(signed)
                    .contains("`issue/signed-vs-accp` | ≥ 0.75 | 0.7 | **missed** | `a.json` |"),
            symbol ->
                assertThat(symbol).contains("`symbol/vs-zxing` | ≥ 4 | 4.2 | met | `a.json` |"));
  }

  @Test
  void saysNothingOfANumberWithoutATarget() {
    assertThat(RatioTable.markdown(Map.of("issue/sm2-vs-bc", ratio("2.1"))))
        .contains("`issue/sm2-vs-bc` | – | 2.1 |  | `a.json` |");
  }

  @Test
  void leavesOutWhatHasNoLineOfItsOwn() {
    assertThat(RatioTable.markdown(Map.of("something/else", ratio("1"))).lines()).hasSize(2);
  }

  @Test
  void replacesWhatStandsBetweenTheMarksAndNothingElse() {
    assertThat(RatioTable.replace(PAGE, "new\n"))
        .isEqualTo("before\n" + RatioTable.BEGIN + "\n\nnew\n\n" + RatioTable.END + "\nafter\n");
  }

  @Test
  void givesTheSamePageTheSecondTime() {
    String once = RatioTable.replace(PAGE, "new\n");

    assertThat(RatioTable.replace(once, "new\n")).isEqualTo(once);
  }

  @Test
  void refusesAPageWithoutMarksOrWithMarksInTheWrongOrder() {
    assertThatThrownBy(() -> RatioTable.replace("before\nafter\n", "new\n"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RatioTable.replace(RatioTable.END + RatioTable.BEGIN, "new\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Ratio ratio(String value) {
    return new Ratio(new BigDecimal(value), "`a.json`");
  }
}
