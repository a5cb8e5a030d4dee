package cn.zhenrong.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which claim which method can carry, and what fails all the same.
class MethodAndClaimTest {
  private static final String CHEMISTRY = "GB/T 2910.4-2022";

  private final Conformity conformity = new Conformity();

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          绵羊毛 80, 锦纶 20 | 绵羊毛 78, 锦纶 22 | PASS | T4
          绵羊毛 80, 锦纶 20 | 绵羊毛 74, 锦纶 26 | FAIL | T4
          绵羊毛 100 | 绵羊毛 100 | PASS | T1
          棉 60, 聚酯纤维 40 | 棉 58, 聚酯纤维 42 | PASS | T4
          桑蚕丝 100 | 桑蚕丝 100 | PASS | T1
          腈纶 100 | 腈纶 70, 绵羊毛 20, 山羊绒 10 | FAIL | T1
          绵羊毛 80, 锦纶 20 | 绵羊毛 70, 山羊绒 10, 锦纶 20 | INCONCLUSIVE | V0
          绵羊毛 80, 锦纶 20 | 绵羊毛 70, 疑似羊毛 10, 锦纶 20 | INCONCLUSIVE | V0
          绵羊毛 80, 锦纶 20 | 绵羊毛 80, 山羊绒 0, 锦纶 20 | PASS | T4
          山羊绒 100 | 山羊绒 100 | INCONCLUSIVE | V0
          山羊绒 100 | 绵羊毛 100 | INCONCLUSIVE | V0
          马海毛 100 | 马海毛 100 | INCONCLUSIVE | V0
          绵羊毛 70, 山羊绒 30 | 绵羊毛 70, 山羊绒 30 | INCONCLUSIVE | V0
          绵羊毛 70, 山羊绒 30 | 绵羊毛 20, 山羊绒 80 | INCONCLUSIVE | V0
          山羊绒 80, 桑蚕丝 20 | 山羊绒 80, 桑蚕丝 20 | INCONCLUSIVE | V0
          山羊绒 100 | 山羊绒 90, 腈纶 10 | FAIL | T3
          山羊绒 100 | 山羊绒 99.4, 腈纶 0.6 | FAIL | T3
          山羊绒 100 | 山羊绒 99.5, 腈纶 0.5 | INCONCLUSIVE | V0
          山羊绒 50, 腈纶 50 | 山羊绒 30, 腈纶 70 | FAIL | T4
          山羊绒 50, 腈纶 50 | 山羊绒 45, 腈纶 55 | INCONCLUSIVE | V0
          山羊绒 50, 腈纶 50 | 山羊绒 44.9, 腈纶 55.1 | FAIL | T4
          山羊绒 80, 桑蚕丝 20 | 山羊绒 79, 桑蚕丝 20, 棉 1 | FAIL | T10
          山羊绒 80, 桑蚕丝 20 | 山羊绒 70, 兔毛 10, 桑蚕丝 20 | INCONCLUSIVE | V0
          棉 40, 锦纶 40, 山羊绒 20 | 棉 45, 锦纶 45, 山羊绒 10 | FAIL | T4
          棉 40, 锦纶 40, 山羊绒 20 | 棉 42.5, 锦纶 42.5, 山羊绒 15 | INCONCLUSIVE | V0
          棉 40, 锦纶 40, 山羊绒 20 | 棉 42.6, 锦纶 42.5, 山羊绒 14.9 | FAIL | T4
          山羊绒 94, 其他纤维 6 | 山羊绒 91, 棉 5, 锦纶 4 | INCONCLUSIVE | V0
          山羊绒 94, 其他纤维 6 | 山羊绒 90.9, 棉 4.6, 锦纶 4.5 | FAIL | T9
          山羊绒 94, 其他纤维 6 | 山羊绒 94.9, 棉 5.1 | FAIL | T9
          山羊绒 50, 腈纶 30, 棉 20 | 山羊绒 50, 腈纶 36, 棉 14 | FAIL | T4
          山羊绒 94, 其他纤维 6 | 山羊绒 85, 兔毛 15 | INCONCLUSIVE | V0
          山羊绒 94, 其他纤维 6 | 山羊绒 90, 兔毛 4.5, 棉 5.5 | FAIL | T9
          山羊绒 94, 其他纤维 6 | 山羊绒 98, 棉 2 | INCONCLUSIVE | V0
          腈纶 70, 山羊绒 30 (金属纤维除外) | 腈纶 70, 山羊绒 27, 金属纤维 3 | INCONCLUSIVE | V0
          锦纶 20, 山羊绒 80 | 锦纶 20, 山羊绒 80 | FAIL | T13
          """)
  void chemistryCarriesNoSplitOfAnimalHair(
      String label, String report, Outcome outcome, String by) {
    check(CHEMISTRY, label, report, outcome, by);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GB/T 40903-2021 | 山羊绒 100 | 山羊绒 100 | INCONCLUSIVE
          GB/T 40903-2021 | 棉 100 | 棉 100 | INCONCLUSIVE
          FZ/T 01057 | 棉 100 | 棉 50, 锦纶 50 | INCONCLUSIVE
          手感目测 | 棉 100 | 棉 100 | INCONCLUSIVE
          '' | 棉 100 | 棉 100 | INCONCLUSIVE
          GB/T 40903、GB/T 2910.4 | 山羊绒 100 | 山羊绒 100 | INCONCLUSIVE
          GB/T 2910.4、GB/T 40905.1 | 山羊绒 100 | 山羊绒 100 | PASS
          ISO 17751-2 | 山羊绒 100 | 山羊绒 95, 绵羊毛 5 | PASS
          IWTO-58 | 绵羊毛 70, 山羊绒 30 | 绵羊毛 70, 山羊绒 30 | PASS
          """)
  void otherMethodsCarryWhatTheyCanTell(
      String method, String label, String report, Outcome outcome) {
    check(method, label, report, outcome, outcome == Outcome.PASS ? "T" : "V0");
  }

  private void check(String method, String label, String report, Outcome outcome, String by) {
    Verdict verdict =
        conformity.judge(Garments.SET, Garments.label(label), Garments.report(method, report));
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.parts().getFirst().findings())
        .anyMatch(f -> f.rule().startsWith(by) && f.outcome() == outcome);
    if (verdict.parts().getFirst().findings().stream().anyMatch(f -> f.rule().equals("V0"))) {
      assertThat(verdict.parts().getFirst().findings()).noneMatch(f -> f.outcome() == Outcome.PASS);
      assertThat(verdict.cashmere()).isEmpty();
    }
  }
}
