package cn.zhenrong.fibre;

import static cn.zhenrong.fibre.CompositionOfTest.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhenrong.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredTest {
  @Test
  void keepsResultsInTheOrderReported() {
    Measured measured =
        Measured.of(List.of(part("大身", "疑似羊毛 5.10", "羊绒 94.85"), part("罗纹", "棉 100", "氨纶 0")));
    assertThat(measured.raw())
        .containsExactly(part("大身", "疑似羊毛 5.1", "山羊绒 94.85"), part("罗纹", "棉 100", "聚氨酯弹性纤维 0"));
    assertThat(Measured.of(measured.raw())).isEqualTo(measured);
  }

  @ParameterizedTest
  @CsvSource({
    "94.80, 5.00, ''",
    "94.79, 5.00, [0].fibres measured.sum",
    "95.20, 5.00, ''",
    "95.21, 5.00, [0].fibres measured.sum",
    "100, 0, ''",
    "100, 0.00, ''",
    "100.1, 0, [0].fibres[0].percent percent.range",
    "94.999, 5, [0].fibres[0].percent composition.decimals",
    "94.990, 5, ''",
    "-1, 100, [0].fibres[0].percent percent.syntax",
  })
  void wantsASumOf99Point8To100Point2(String one, String other, String problem) {
    List<RawPart> parts = List.of(part("大身", "山羊绒 " + one, "绵羊毛 " + other));
    if (problem.isEmpty()) {
      assertThat(Measured.of(parts).parts()).hasSize(1);
    } else {
      assertThat(CompositionOfTest.codes(refusal(parts))).containsExactly(problem);
    }
  }

  @Test
  void saysWhatHoldsForReports() {
    assertThat(refusal(List.of(part("大身", "棉 100.5"))).fields().getFirst().words().zh())
        .isEqualTo("含量须在 0 到 100 之间");
    assertThat(refusal(List.of(part("大身", "棉 99.995"))).fields().getFirst().words().zh())
        .isEqualTo("检验结果最多 2 位小数");
  }

  @Test
  void refusesTradeNamesToo() {
    assertThat(CompositionOfTest.codes(refusal(List.of(part("大身", "天丝 100")))))
        .containsExactly("[0].fibres[0].fibre fibre.trade-name");
    assertThat(
            CompositionOfTest.codes(catchThrowableOfType(Problem.class, () -> Measured.of(null))))
        .containsExactly(" composition.empty");
  }

  private static Problem refusal(List<RawPart> parts) {
    return catchThrowableOfType(Problem.class, () -> Measured.of(parts));
  }
}
