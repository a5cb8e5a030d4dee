package cn.zhenrong.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each limit from both sides, one hundredth apart where reports can be that fine.
class BoundariesTest {
  private final Conformity conformity = new Conformity();

  @ParameterizedTest(name = "{0}: {1} / {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          T1  | 棉 100 | 棉 99.5, 聚酯纤维 0.5 | PASS | T1
          T1  | 棉 100 | 棉 99.49, 聚酯纤维 0.51 | FAIL | T1
          T1  | 棉 100 | 棉 99.4, 聚酯纤维 0.3, 锦纶 0.3 | FAIL | T1
          T1  | 马海毛 100 | 马海毛 99, 绵羊毛 1 | FAIL | T1
          T2  | 山羊绒 100 | 山羊绒 95.01, 疑似羊毛 4.99 | PASS | T2
          T2  | 山羊绒 100 | 山羊绒 95, 疑似羊毛 5 | PASS | T2
          T2  | 山羊绒 100 | 山羊绒 94.99, 疑似羊毛 5.01 | FAIL | T2
          T2  | 山羊绒 100 | 山羊绒 94.99, 疑似羊毛 5 | FAIL | T2
          T2  | 山羊绒 100 | 山羊绒 95, 疑似羊毛 5.01 | FAIL | T2
          T2  | 山羊绒 100 | 山羊绒 95, 疑似羊毛 3, 绵羊毛 2 | PASS | T2
          T2  | 山羊绒 100 | 山羊绒 95, 疑似羊毛 3.1, 绵羊毛 2.1 | FAIL | T2
          T2  | 山羊绒 100 | 山羊绒 94.8, 疑似羊毛 4.8, 锦纶 0.4 | FAIL | T2
          T3  | 山羊绒 100 | 山羊绒 99.5, 兔毛 0.5 | PASS | T6
          T3  | 山羊绒 100 | 山羊绒 99.49, 兔毛 0.51 | FAIL | T3
          T3  | 山羊绒 100 | 山羊绒 96, 绵羊毛 3.5, 锦纶 0.5 | PASS | T6
          T3  | 山羊绒 100 | 山羊绒 96, 绵羊毛 3.4, 锦纶 0.6 | FAIL | T3
          T3  | 山羊绒 100 | 山羊绒 99.2, 兔毛 0.4, 锦纶 0.4 | FAIL | T3
          T4  | 绵羊毛 60, 腈纶 40 | 绵羊毛 64.9, 腈纶 35.1 | PASS | T4
          T4  | 绵羊毛 60, 腈纶 40 | 绵羊毛 65.0, 腈纶 35.0 | PASS | T4
          T4  | 绵羊毛 60, 腈纶 40 | 绵羊毛 65.1, 腈纶 34.9 | FAIL | T4
          T4  | 绵羊毛 60, 腈纶 40 | 绵羊毛 55.0, 腈纶 45.0 | PASS | T4
          T4  | 绵羊毛 60, 腈纶 40 | 绵羊毛 54.9, 腈纶 45.1 | FAIL | T4
          T4  | 绵羊毛 89.9, 锦纶 10.1 | 绵羊毛 94.9, 锦纶 5.1 | PASS | T4
          T4  | 绵羊毛 89.9, 锦纶 10.1 | 绵羊毛 95, 锦纶 5 | FAIL | T4
          T5a | 绵羊毛 90, 锦纶 10 | 绵羊毛 92.9, 锦纶 7.1 | PASS | T5a
          T5a | 绵羊毛 90, 锦纶 10 | 绵羊毛 93, 锦纶 7 | PASS | T5a
          T5a | 绵羊毛 90, 锦纶 10 | 绵羊毛 93.01, 锦纶 6.99 | FAIL | T5a
          T5a | 绵羊毛 90, 锦纶 10 | 绵羊毛 87, 锦纶 13 | PASS | T5a
          T5a | 绵羊毛 90, 锦纶 10 | 绵羊毛 86.9, 锦纶 13.1 | FAIL | T5a
          T5b | 绵羊毛 97, 锦纶 3 | 绵羊毛 99.99, 锦纶 0.01 | PASS | T5b
          T5b | 绵羊毛 97, 锦纶 3 | 绵羊毛 100, 锦纶 0.00 | FAIL | T5b
          T5b | 绵羊毛 97, 锦纶 3 | 绵羊毛 100 | FAIL | G4
          T5b | 绵羊毛 96.9, 锦纶 3.1 | 绵羊毛 99.9, 锦纶 0.1 | PASS | T5a
          T6  | 绵羊毛 60, 腈纶 40 | 绵羊毛 59.6, 腈纶 40, 棉 0.4 | PASS | T6
          T6  | 绵羊毛 60, 腈纶 40 | 绵羊毛 59.5, 腈纶 40, 棉 0.5 | PASS | T6
          T6  | 绵羊毛 60, 腈纶 40 | 绵羊毛 59.5, 腈纶 40, 棉 0.3, 锦纶 0.2 | PASS | T6
          T10 | 绵羊毛 60, 腈纶 40 | 绵羊毛 59.49, 腈纶 40, 棉 0.51 | FAIL | T10
          T10 | 绵羊毛 60, 腈纶 40 | 绵羊毛 59.4, 腈纶 40, 棉 0.3, 锦纶 0.3 | FAIL | T10
          T10 | 绵羊毛 70, 锦纶 30 | 绵羊毛 69, 锦纶 30, 山羊绒 1 | FAIL | T10
          T10 | 山羊绒 80, 桑蚕丝 20 | 山羊绒 79, 桑蚕丝 20, 兔毛 1 | FAIL | T10
          T10 | 棉 60, 锦纶 40 | 棉 57, 锦纶 40, 绵羊毛 3 | FAIL | T10
          T10 | 棉 60, 锦纶 40 | 棉 57, 锦纶 40, 疑似羊毛 3 | FAIL | T10
          T10 | 绵羊毛 80, 腈纶 20 | 绵羊毛 79, 腈纶 20, 其他纤维 1 | FAIL | T10
          T6  | 绵羊毛 60, 腈纶 40 | 绵羊毛 54.8, 腈纶 44.8, 棉 0.4 | FAIL | T4
          T9  | 绵羊毛 85, 其他纤维 15 | 绵羊毛 85, 棉 5, 锦纶 5, 腈纶 5 | PASS | T9
          T9  | 绵羊毛 84.9, 其他纤维 15.1 | 绵羊毛 85, 棉 5, 锦纶 5, 腈纶 5 | FAIL | T9
          T9  | 绵羊毛 85, 其他纤维 15 | 绵羊毛 85, 棉 5.1, 锦纶 5, 腈纶 4.9 | FAIL | T9
          T9  | 绵羊毛 85, 其他纤维 15 | 绵羊毛 84.9, 棉 5, 锦纶 5, 腈纶 5, 桑蚕丝 0.1 | REVIEW | T9
          T9  | 绵羊毛 94, 其他纤维 6 | 绵羊毛 91, 棉 5, 锦纶 4 | PASS | T9
          T9  | 绵羊毛 94, 其他纤维 6 | 绵羊毛 90.9, 棉 5, 锦纶 4.1 | FAIL | T9
          T9  | 绵羊毛 97, 其他纤维 3 | 绵羊毛 99.9, 棉 0.1 | PASS | T9
          T9  | 绵羊毛 97, 其他纤维 3 | 绵羊毛 100 | FAIL | T9
          T9  | 绵羊毛 95, 其他纤维 5 | 绵羊毛 95, 其他纤维 5 | PASS | T9
          T9  | 绵羊毛 94, 其他纤维 6 | 绵羊毛 94, 其他纤维 6 | REVIEW | T9
          T11 | 山羊绒 80, 桑蚕丝 20 | 山羊绒 79.5, 桑蚕丝 20, 疑似羊毛 0.5 | PASS | T6
          T11 | 山羊绒 80, 桑蚕丝 20 | 山羊绒 79.4, 桑蚕丝 20, 疑似羊毛 0.6 | REVIEW | T11
          T11 | 山羊绒 80, 桑蚕丝 20 | 山羊绒 75, 桑蚕丝 20, 疑似羊毛 5 | REVIEW | T11
          T11 | 山羊绒 80, 桑蚕丝 20 | 山羊绒 75, 桑蚕丝 20, 绵羊毛 5 | REVIEW | T11
          T11 | 山羊绒 80, 桑蚕丝 20 | 山羊绒 76, 桑蚕丝 18.9, 绵羊毛 5.1 | FAIL | T10
          T11 | 山羊绒 80, 桑蚕丝 20 | 山羊绒 76, 桑蚕丝 19.6, 疑似羊毛 4, 棉 0.4 | REVIEW | T11
          T11 | 山羊绒 80, 桑蚕丝 20 | 山羊绒 76, 桑蚕丝 19.4, 疑似羊毛 4, 棉 0.6 | FAIL | T10
          T11 | 绵羊毛 70, 山羊绒 30 | 绵羊毛 65, 疑似羊毛 5, 山羊绒 30 | PASS | T4
          T12 | 绵羊毛 100 | 绵羊毛 99.5, 山羊绒 0.5 | PASS | T6
          T12 | 绵羊毛 100 | 绵羊毛 97, 山羊绒 3 | REVIEW | T12
          T12 | 绵羊毛 100 | 绵羊毛 95, 山羊绒 3, 锦纶 2 | FAIL | T1
          T12 | 绵羊毛 100 | 绵羊毛 96.6, 山羊绒 3, 锦纶 0.4 | REVIEW | T12
          T13 | 锦纶 20, 绵羊毛 80 | 锦纶 20, 绵羊毛 80 | FAIL | T13
          T13 | 锦纶 50, 绵羊毛 50 | 锦纶 49, 绵羊毛 51 | PASS | T4
          T13 | 绵羊毛 92, 锦纶 3, 其他纤维 5 | 绵羊毛 92, 锦纶 3, 棉 5 | PASS | T9
          T13 | 绵羊毛 92, 其他纤维 3, 锦纶 5 | 绵羊毛 92, 锦纶 5, 棉 3 | FAIL | T13
          """)
  void decideInclusively(String rule, String label, String report, Outcome outcome, String by) {
    Verdict verdict =
        conformity.judge(Garments.SET, Garments.label(label), Garments.report(report));
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.parts().getFirst().findings())
        .anyMatch(f -> f.rule().equals(by) && f.outcome() == outcome);
  }
}
