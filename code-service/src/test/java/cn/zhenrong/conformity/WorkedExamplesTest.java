package cn.zhenrong.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked examples of the rule description, by number.
class WorkedExamplesTest {
  private final Conformity conformity = new Conformity();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1   | 山羊绒 100 | 山羊绒 100 | PASS | T2
          2   | 山羊绒 100 | 山羊绒 95.0, 疑似羊毛 5.0 | PASS | T2
          2b  | 山羊绒 100 | 山羊绒 95.0, 绵羊毛 5.0 | PASS | T2
          3   | 山羊绒 100 | 山羊绒 94.9, 疑似羊毛 5.1 | FAIL | T2
          3b  | 山羊绒 100 | 山羊绒 94.9, 绵羊毛 5.1 | FAIL | T2
          4   | 山羊绒 100 | 山羊绒 96.0, 兔毛 4.0 | FAIL | T3
          5   | 山羊绒 100 | 山羊绒 99.6, 锦纶 0.4 | PASS | T6
          6   | 山羊绒 100 | 山羊绒 99.4, 锦纶 0.6 | FAIL | T3
          7   | 山羊绒 100 | 山羊绒 95.2, 绵羊毛 4.4, 聚酯纤维 0.4 | PASS | T2
          9   | 绵羊毛 100 | 绵羊毛 98.5, 锦纶 1.5 | FAIL | T1
          10  | 棉 100 | 棉 99.6, 聚酯纤维 0.4 | PASS | T6
          11  | 绵羊毛 70, 山羊绒 30 | 绵羊毛 75.0, 山羊绒 25.0 | PASS | T4
          13  | 绵羊毛 70, 山羊绒 30 | 绵羊毛 64, 山羊绒 36 | FAIL | T4
          14  | 绵羊毛 90, 山羊绒 10 | 绵羊毛 93.0, 山羊绒 7.0 | PASS | T5a
          15  | 绵羊毛 90, 山羊绒 10 | 绵羊毛 93.1, 山羊绒 6.9 | FAIL | T5a
          17  | 绵羊毛 97, 山羊绒 3 | 绵羊毛 99.9, 山羊绒 0.1 | PASS | T5b
          18  | 绵羊毛 97, 山羊绒 3 | 绵羊毛 100, 山羊绒 0 | FAIL | T5b
          18b | 绵羊毛 97, 山羊绒 3 | 绵羊毛 100 | FAIL | T5b
          20  | 绵羊毛 52, 腈纶 48 | 绵羊毛 49.0, 腈纶 51.0 | PASS | T4
          21  | 绵羊毛 80, 锦纶 20 | 绵羊毛 78, 锦纶 19, 氨纶 3 | FAIL | T10
          22  | 绵羊毛 80, 锦纶 17, 其他纤维 3 | 绵羊毛 78, 锦纶 18.5, 氨纶 2.0, 腈纶 1.5 | PASS | T9
          24  | 山羊绒 80, 桑蚕丝 20 | 山羊绒 76.5, 桑蚕丝 20.0, 疑似羊毛 3.5 | REVIEW | T11
          25  | 山羊绒 100 | 山羊绒 96.5, 金属纤维 3.5 | FAIL | T3
          25b | 山羊绒 100 (装饰纤维除外) | 山羊绒 100 | PASS | T2
          25c | 山羊绒 100 (装饰纤维除外) | 山羊绒 96.5, 金属纤维 3.5 | REVIEW | T7
          29  | 山羊绒 96.3, 绵羊毛 3.7 | 山羊绒 90, 绵羊毛 10 | FAIL | T4
          """)
  void givesItsVerdict(String number, String label, String report, Outcome outcome, String rule) {
    Verdict verdict =
        conformity.judge(Garments.SET, Garments.label(label), Garments.report(report));
    assertThat(verdict.outcome()).as(number).isEqualTo(outcome);
    assertThat(verdict.parts().getFirst().findings())
        .as(number)
        .anyMatch(f -> f.rule().equals(rule) && f.outcome() == outcome);
    Verdict stateless =
        Garments.check(conformity, Garments.SET, Garments.parts(label), Garments.raw(report));
    assertThat(stateless.json()).isEqualTo(verdict.json());
  }

  @Test
  void example13SaysOverDeliveryAndKeepsTheCashmereStatementApart() {
    Verdict verdict = judge("绵羊毛 70, 山羊绒 30", "绵羊毛 64, 山羊绒 36");
    assertThat(verdict.cashmere()).hasSize(1);
    CashmereContent content = verdict.cashmere().getFirst();
    assertThat(content).isEqualTo(new CashmereContent("大身", "36", true));
    assertThat(content.words().en()).contains("at least 36 % cashmere").contains("more than");
    assertThat(verdict.isOverDelivered()).isTrue();
  }

  @Test
  void example13InReverseIsNoOverDelivery() {
    Verdict verdict = judge("绵羊毛 70, 山羊绒 30", "绵羊毛 76, 山羊绒 24");
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(verdict.isOverDelivered()).isFalse();
    assertThat(verdict.cashmere()).containsExactly(new CashmereContent("大身", "24", false));
  }

  @Test
  void example13WithAnUndeclaredFibreIsNoOverDelivery() {
    Verdict verdict = judge("绵羊毛 70, 山羊绒 30", "绵羊毛 60, 山羊绒 36, 腈纶 4");
    assertThat(verdict.isOverDelivered()).isFalse();
  }

  @Test
  void example15FailsOnCashmereAlone() {
    Verdict verdict = judge("绵羊毛 90, 山羊绒 10", "绵羊毛 93.1, 山羊绒 6.9");
    List<Finding> findings = verdict.parts().getFirst().findings();
    assertThat(findings).extracting(Finding::rule).containsExactly("T4", "T5a");
    assertThat(findings).extracting(Finding::outcome).containsExactly(Outcome.PASS, Outcome.FAIL);
  }

  @Test
  void example28IsABasisErrorWithTheConversionShown() {
    TestResult netDry =
        new TestResult("GB/T 2910.4", Basis.NET_DRY, Garments.report("绵羊毛 50, 聚酯纤维 50").measured());
    Verdict verdict = conformity.judge(Garments.SET, Garments.label("绵羊毛 50, 聚酯纤维 50"), netDry);
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    Finding finding = verdict.parts().getFirst().findings().getFirst();
    assertThat(finding.rule()).isEqualTo("G7");
    assertThat(finding.clause()).isEqualTo("5.2");
    // 117 / 218.5 and 101.5 / 218.5
    assertThat(finding.measured()).isEqualTo("绵羊毛 53.55、聚酯纤维 46.45");
    assertThat(finding.words().en())
        .contains("wool 53.55, polyester 46.45")
        .contains("Regulation (EU) 1007/2011 Annex IX");
    assertThat(finding.words().zh()).contains("欧盟 1007/2011 号条例附件九", "不作判定依据");
  }

  private Verdict judge(String label, String report) {
    return conformity.judge(Garments.SET, Garments.label(label), Garments.report(report));
  }
}
