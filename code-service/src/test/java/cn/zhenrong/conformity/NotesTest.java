package cn.zhenrong.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.fibre.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words beside a part: exceptions, basis, random composition, fillings.
class NotesTest {
  private final Conformity conformity = new Conformity();

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          山羊绒 100 (装饰纤维除外) | 山羊绒 95, 金属纤维 5 | REVIEW | T7
          山羊绒 100 (装饰纤维除外) | 山羊绒 94, 金属纤维 6 | REVIEW | T7
          山羊绒 100 (装饰纤维除外) | 山羊绒 99.6, 金属纤维 0.4 | PASS | T6
          山羊绒 100 (装饰纤维除外) | 山羊绒 92.15, 绵羊毛 4.85, 金属纤维 3 | REVIEW | T7
          山羊绒 100 (装饰纤维除外) | 山羊绒 92.14, 绵羊毛 4.86, 金属纤维 3 | FAIL | T2
          山羊绒 100 (装饰纤维除外) | 山羊绒 95, 金属纤维 3, 腈纶 2 | FAIL | T3
          山羊绒 100 (装饰纤维除外) | 山羊绒 96.6, 金属纤维 3, 腈纶 0.4 | REVIEW | T7
          绵羊毛 100 (弹性纤维除外) | 绵羊毛 97, 氨纶 3 | REVIEW | T7
          绵羊毛 100 (聚酯纤维除外) | 绵羊毛 97, 聚酯纤维 3 | REVIEW | T7
          绵羊毛 100 (装饰纤维除外) | 绵羊毛 97, 聚酯纤维 3 | FAIL | T1
          绵羊毛 100 (手洗) | 绵羊毛 97, 氨纶 3 | FAIL | T1
          绵羊毛 80, 锦纶 20 (装饰纤维除外) | 绵羊毛 77, 锦纶 20, 金属纤维 3 | REVIEW | T7
          绵羊毛 60, 锦纶 40 (余料) | 绵羊毛 60, 锦纶 40 | REVIEW | U1
          绵羊毛 60, 锦纶 40 (混杂纤维) | 绵羊毛 50, 锦纶 50 | FAIL | T4
          填充物: 棉 79, 聚酯纤维 21 | 填充物: 棉 79, 聚酯纤维 21 | PASS | T8
          填充物: 棉 79, 聚酯纤维 21 | 填充物: 棉 78, 聚酯纤维 22 | REVIEW | T8
          填充物: 棉 79, 聚酯纤维 21 | 填充物: 棉 50, 聚酯纤维 50 | REVIEW | T8
          填充物: 棉 80, 聚酯纤维 20 | 填充物: 棉 80, 聚酯纤维 20 | PASS | T8
          填充物: 棉 80, 聚酯纤维 20 | 填充物: 棉 85, 聚酯纤维 15 | REVIEW | T8
          填充物: 棉 80, 聚酯纤维 20 | 填充物: 棉 85.1, 聚酯纤维 14.9 | FAIL | T8
          填充物: 棉 95, 聚酯纤维 5 | 填充物: 棉 99.9, 聚酯纤维 0.1 | REVIEW | T8
          填充物: 棉 95, 聚酯纤维 5 | 填充物: 棉 100 | FAIL | T8
          """)
  void changeWhichRuleApplies(String label, String report, Outcome outcome, String by) {
    Verdict verdict =
        conformity.judge(Garments.SET, Garments.label(label), Garments.report(report));
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.parts().getFirst().findings())
        .anyMatch(f -> f.rule().equals(by) && f.outcome() == outcome);
  }

  @ParameterizedTest(name = "{0} / {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          棉 60, 锦纶 40 | OFFICIAL_REGAIN | PASS
          棉 60, 锦纶 40 | NET_DRY | INCONCLUSIVE
          棉 60, 锦纶 40 (净干含量) | NET_DRY | PASS
          棉 60, 锦纶 40 (净干含量) | OFFICIAL_REGAIN | INCONCLUSIVE
          锦纶 40, 棉 60 | NET_DRY | FAIL
          """)
  void basesMustAgree(String label, Basis basis, Outcome outcome) {
    Measured measured = Garments.report("棉 60, 锦纶 40").measured();
    Verdict verdict =
        conformity.judge(
            Garments.SET, Garments.label(label), new TestResult("GB/T 2910.7", basis, measured));
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.parts().getFirst().findings().stream().anyMatch(f -> f.rule().equals("G7")))
        .isEqualTo(outcome != Outcome.PASS);
    assertThat(verdict.parts().getFirst().findings().stream().anyMatch(f -> f.rule().equals("T4")))
        .isEqualTo(outcome == Outcome.PASS);
  }

  @Test
  void showsTheReportOnTheBasisOfANetDryLabel() {
    Verdict verdict =
        conformity.judge(
            Garments.SET,
            Garments.label("绵羊毛 50, 聚酯纤维 50 (净干含量)"),
            Garments.report("绵羊毛 50, 聚酯纤维 50"));
    assertThat(verdict.parts().getFirst().findings().getFirst().words().en())
        .startsWith("The label is net dry");
    // 50 / 1.17 and 50 / 1.015 of their sum
    assertThat(verdict.parts().getFirst().findings().getFirst().measured())
        .isEqualTo("绵羊毛 46.45、聚酯纤维 53.55");
  }

  @Test
  void showsNoConversionWhereAnAllowanceIsUnknown() {
    Verdict verdict =
        conformity.judge(
            Garments.SET,
            Garments.label("绵羊毛 95, 其他纤维 5 (净干含量)"),
            Garments.report("绵羊毛 95, 其他纤维 5"));
    Finding finding = verdict.parts().getFirst().findings().getFirst();
    assertThat(finding.measured()).isNull();
    assertThat(finding.words().en()).contains("cannot be compared").doesNotContain("Converted");
  }

  @Test
  void keepsNoCashmereStatementAcrossBases() {
    TestResult netDry =
        new TestResult(Garments.MICROSCOPE, Basis.NET_DRY, Garments.report("山羊绒 100").measured());
    assertThat(conformity.judge(Garments.SET, Garments.label("山羊绒 100"), netDry).cashmere())
        .isEmpty();
  }
}
