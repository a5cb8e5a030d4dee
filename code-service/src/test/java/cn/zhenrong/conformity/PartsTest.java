package cn.zhenrong.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {
  private final Conformity conformity = new Conformity();

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          大身: 棉 100; 罗纹: 锦纶 100 | 罗纹: 锦纶 100; 大身: 棉 100 | PASS | PASS,PASS
          大身: 棉 100; 罗纹: 锦纶 100 | 大身: 棉 100; 罗纹: 锦纶 90, 棉 10 | FAIL | PASS,FAIL
          大身: 棉 100; 里料: 锦纶 100 | 大身: 棉 100 | INCONCLUSIVE | PASS,INCONCLUSIVE
          大身: 棉 100; 里料: 锦纶 100 | 大身: 棉 90, 锦纶 10 | FAIL | FAIL,INCONCLUSIVE
          大身: 棉 100; 里料: 锦纶 100 | 面料: 棉 100; 里料: 锦纶 100 | INCONCLUSIVE | INCONCLUSIVE,PASS,REVIEW
          大身: 棉 100 | 面料: 棉 100 | PASS | PASS
          大身: 棉 100 | 大身: 棉 100; 罗纹: 锦纶 100 | REVIEW | PASS,REVIEW
          大身: 棉 100 | 大身: 棉 100; 里料: 锦纶 100 | REVIEW | PASS,REVIEW
          大身: 棉 100 | 大身: 棉 90, 锦纶 10; 里料: 锦纶 100 | FAIL | FAIL,REVIEW
          大身: 棉 100; Ｌｉｎｉｎｇ: 锦纶 100 | LINING: 锦纶 100; 大身: 棉 100 | PASS | PASS,PASS
          大身: 棉 100; 里料: 锦纶 20, 棉 80 | 大身: 棉 100 | FAIL | PASS,FAIL
          """)
  void eachPartIsJudgedAgainstItsOwnResult(
      String label, String report, Outcome garment, String parts) {
    Verdict verdict =
        conformity.judge(Garments.SET, Garments.label(label), Garments.report(report));
    assertThat(verdict.outcome()).isEqualTo(garment);
    assertThat(verdict.parts().stream().map(p -> p.outcome().name()).toList())
        .containsExactly(parts.split(","));
  }

  @Test
  void neverAveragesTwoParts() {
    Verdict verdict = judge("大身: 山羊绒 100; 罗纹: 山羊绒 100", "大身: 山羊绒 100; 罗纹: 山羊绒 94, 绵羊毛 6");
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(verdict.cashmere())
        .containsExactly(
            new CashmereContent("大身", "100", false), new CashmereContent("罗纹", "94", false));
  }

  @Test
  void tellsTrimFromOtherUndeclaredParts() {
    Verdict trim = judge("大身: 棉 100", "大身: 棉 100; 袖口罗纹: 锦纶 100");
    Verdict lining = judge("大身: 棉 100", "大身: 棉 100; 里料: 锦纶 100");
    assertThat(trim.parts().get(1).findings().getFirst().rule()).isEqualTo("T14");
    assertThat(lining.parts().get(1).findings().getFirst().rule()).isEqualTo("T14");
    assertThat(trim.parts().get(1).findings().getFirst().words().en()).contains("15 %");
    assertThat(lining.parts().get(1).findings().getFirst().words().en()).doesNotContain("15 %");
    assertThat(lining.parts().get(1).part()).isEqualTo("里料");
  }

  @Test
  void saysThatAPartHasNoResult() {
    Verdict verdict = judge("大身: 棉 100; 里料: 锦纶 100", "大身: 棉 100");
    Finding finding = verdict.parts().get(1).findings().getFirst();
    assertThat(finding.rule()).isEqualTo("V0");
    assertThat(finding.words().zh()).contains("没有这个部位的结果");
  }

  @Test
  void aLabelAndItsOwnCopyAgree() {
    assertThat(
            conformity.compare(
                Garments.SET,
                Garments.label("大身: 棉 60, 锦纶 40; 里料: 锦纶 100"),
                Garments.label("里料: 锦纶 100.0; 大身: 棉 60, 锦纶 40")))
        .extracting(PartVerdict::outcome)
        .containsExactly(Outcome.PASS, Outcome.PASS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          大身: 棉 60, 锦纶 40 | 大身: 棉 59, 锦纶 41 | FAIL
          大身: 棉 60, 锦纶 40 | 大身: 棉 60, 聚酯纤维 40 | FAIL
          大身: 棉 60, 锦纶 40 | 大身: 棉 60, 锦纶 39, 氨纶 1 | FAIL
          大身: 棉 100; 里料: 锦纶 100 | 大身: 棉 100 | PASS,FAIL
          大身: 棉 100 | 大身: 棉 100; 里料: 锦纶 100 | PASS,FAIL
          """)
  void labelsOfOneItemMustSayTheSame(String one, String other, String outcomes) {
    assertThat(conformity.compare(Garments.SET, Garments.label(one), Garments.label(other)))
        .allMatch(p -> p.findings().getFirst().rule().equals("G6"))
        .extracting(p -> p.outcome().name())
        .containsExactly(outcomes.split(","));
  }

  private Verdict judge(String label, String report) {
    return conformity.judge(Garments.SET, Garments.label(label), Garments.report(report));
  }
}
