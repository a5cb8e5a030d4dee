package cn.zhenrong.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.fibre.Diameter;
import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.PartFacts;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of the EU, the US and Japan, each number from both sides.
class MarketsTest {
  private static final String EU = "EU 1007/2011";
  private static final String US = "US 16 CFR 300";
  private static final String JAPAN = "JP Textile Labelling";

  private final Conformity conformity = new Conformity();

  @ParameterizedTest(name = "{0} {1} / {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -      | 山羊绒 100 | 山羊绒 100 | PASS | T1
          -      | 山羊绒 100 | 山羊绒 98.1, 绵羊毛 1.9 | PASS | T1
          -      | 山羊绒 100 | 山羊绒 98, 绵羊毛 2 | PASS | T1
          combed | 山羊绒 100 | 山羊绒 98, 绵羊毛 2 | PASS | T1
          combed | 山羊绒 100 | 山羊绒 97.99, 绵羊毛 2.01 | FAIL | T1
          -      | 山羊绒 100 | 山羊绒 97.99, 绵羊毛 2.01 | REVIEW | T1
          -      | 山羊绒 100 | 山羊绒 95, 绵羊毛 5 | REVIEW | T1
          -      | 山羊绒 100 | 山羊绒 94.99, 绵羊毛 5.01 | FAIL | T1
          carded | 山羊绒 100 | 山羊绒 95.5, 绵羊毛 4.5 | PASS | T1
          combed | 山羊绒 100 | 山羊绒 95.5, 绵羊毛 4.5 | FAIL | T1
          carded | 山羊绒 100 | 山羊绒 95, 绵羊毛 5 | PASS | T1
          carded | 山羊绒 100 | 山羊绒 94.9, 绵羊毛 5.1 | FAIL | T1
          carded | 山羊绒 100 | 山羊绒 95, 锦纶 5 | PASS | T1
          -      | 山羊绒 100 (粗纺) | 山羊绒 95, 绵羊毛 5 | PASS | T1
          combed | 山羊绒 100 (粗纺) | 山羊绒 95, 绵羊毛 5 | FAIL | T1
          -      | 山羊绒 100 | 山羊绒 96.5, 金属纤维 3.5 | REVIEW | T7
          -      | 山羊绒 100 | 山羊绒 93, 金属纤维 7 | REVIEW | T7
          -      | 山羊绒 100 | 山羊绒 92.9, 金属纤维 7.1 | FAIL | T1
          carded | 山羊绒 100 | 山羊绒 88.35, 金属纤维 7, 绵羊毛 4.65 | REVIEW | T7
          carded | 山羊绒 100 | 山羊绒 88.34, 金属纤维 7, 绵羊毛 4.66 | FAIL | T1
          -      | 山羊绒 100 | 山羊绒 94, 锦纶 6 | FAIL | T1
          -      | 山羊绒 100 (装饰纤维除外) | 山羊绒 93, 金属纤维 7 | PASS | T7
          -      | 山羊绒 100 (装饰纤维除外) | 山羊绒 92.9, 金属纤维 7.1 | FAIL | T7
          combed | 山羊绒 100 (装饰纤维除外) | 山羊绒 91.14, 金属纤维 7, 绵羊毛 1.86 | PASS | T1
          combed | 山羊绒 100 (装饰纤维除外) | 山羊绒 91.13, 金属纤维 7, 绵羊毛 1.87 | FAIL | T1
          -      | 山羊绒 100 (初剪羊毛) | 山羊绒 100 | REVIEW | A8
          -      | 绵羊毛 70, 锦纶 30 | 绵羊毛 73, 锦纶 27 | PASS | T4
          -      | 绵羊毛 70, 锦纶 30 | 绵羊毛 73.01, 锦纶 26.99 | FAIL | T4
          -      | 绵羊毛 70, 锦纶 30 | 绵羊毛 67, 锦纶 33 | PASS | T4
          -      | 绵羊毛 70, 锦纶 30 | 绵羊毛 66.9, 锦纶 33.1 | FAIL | T4
          -      | 绵羊毛 97, 锦纶 3 | 绵羊毛 100 | REVIEW | G4
          -      | 绵羊毛 70, 锦纶 30 | 绵羊毛 68.5, 锦纶 29.6, 山羊绒 1.9 | PASS | T10
          combed | 绵羊毛 70, 锦纶 30 | 绵羊毛 68.4, 锦纶 29.6, 山羊绒 2 | FAIL | T10
          -      | 绵羊毛 70, 锦纶 30 | 绵羊毛 68.4, 锦纶 29.6, 山羊绒 2 | REVIEW | T10
          carded | 绵羊毛 70, 锦纶 30 | 绵羊毛 66.5, 锦纶 28.6, 山羊绒 4.9 | PASS | T10
          carded | 绵羊毛 70, 锦纶 30 | 绵羊毛 66.4, 锦纶 28.6, 山羊绒 5 | FAIL | T10
          carded | 绵羊毛 70, 锦纶 30 | 绵羊毛 64.4, 锦纶 31.36, 山羊绒 4.24 | PASS | T4
          carded | 绵羊毛 70, 锦纶 30 | 绵羊毛 64, 锦纶 31.76, 山羊绒 4.24 | FAIL | T4
          carded | 绵羊毛 70, 锦纶 30 | 绵羊毛 66.5, 锦纶 28.6, 棉 4.9 | REVIEW | A20
          carded | 绵羊毛 70, 锦纶 30 | 绵羊毛 69, 锦纶 29.5, 棉 1.5 | PASS | T4
          carded | 绵羊毛 70, 锦纶 30 | 绵羊毛 73, 锦纶 27, 棉 0.1 | REVIEW | A20
          carded | 绵羊毛 70, 锦纶 30 | 绵羊毛 60, 锦纶 38.5, 棉 1.5 | FAIL | T4
          carded | 棉 70, 锦纶 30 | 棉 65, 锦纶 31, 亚麻 4 | PASS | T4
          carded | 桑蚕丝 70, 锦纶 30 | 桑蚕丝 65, 锦纶 31, 柞蚕丝 4 | PASS | T4
          carded | 莱赛尔纤维 70, 锦纶 30 | 莱赛尔纤维 65, 锦纶 31, 莫代尔纤维 4 | REVIEW | A20
          -      | 绵羊毛 95, 其他纤维 5 | 绵羊毛 95, 棉 5 | PASS | T9
          -      | 绵羊毛 95, 其他纤维 5 | 绵羊毛 94.9, 棉 5.1 | FAIL | T9
          -      | 绵羊毛 95, 其他纤维 5 | 绵羊毛 92, 棉 5, 锦纶 3 | PASS | T9
          -      | 绵羊毛 85, 其他纤维 15 | 绵羊毛 85, 棉 10, 锦纶 5 | PASS | T9
          -      | 绵羊毛 84, 其他纤维 16 | 绵羊毛 84, 棉 10, 锦纶 6 | FAIL | T9
          -      | 绵羊毛 85, 其他纤维 15 | 绵羊毛 84.9, 棉 10, 锦纶 5.1 | REVIEW | T9
          -      | 绵羊毛 95, 其他纤维 5 | 绵羊毛 94, 其他纤维 6 | REVIEW | T9
          -      | 锦纶 30, 绵羊毛 70 | 锦纶 30, 绵羊毛 70 | FAIL | T13
          """)
  void judgesForTheEuropeanUnion(
      @Nullable String spinning, String label, String report, Outcome outcome, String rule) {
    expect(EU, spinning, label, report, outcome, rule);
  }

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          绵羊毛 100 | 绵羊毛 100 | PASS | W1
          绵羊毛 70, 锦纶 30 | 绵羊毛 70.0, 锦纶 30.0 | PASS | W1
          绵羊毛 70, 锦纶 30 | 绵羊毛 70.1, 锦纶 29.9 | REVIEW | W1
          绵羊毛 70, 锦纶 30 | 绵羊毛 20, 锦纶 80 | REVIEW | W1
          绵羊毛 100 | 绵羊毛 95.1, 锦纶 4.9 | REVIEW | T10
          绵羊毛 100 | 绵羊毛 95, 锦纶 5 | FAIL | T10
          绵羊毛 100 | 绵羊毛 95.1, 马海毛 4.9 | REVIEW | T10
          绵羊毛 100 | 绵羊毛 95, 马海毛 5 | FAIL | T10
          绵羊毛 96, 其他纤维 4 | 绵羊毛 96, 锦纶 4 | PASS | T9
          绵羊毛 91, 其他纤维 9 | 绵羊毛 91, 锦纶 4.9, 棉 4.1 | PASS | T9
          绵羊毛 91, 其他纤维 9 | 绵羊毛 91, 锦纶 5, 棉 4 | FAIL | T9
          绵羊毛 91, 其他纤维 9 | 绵羊毛 91.1, 锦纶 4.9, 棉 4 | REVIEW | W1
          绵羊毛 96, 其他纤维 4 | 绵羊毛 96, 马海毛 4 | REVIEW | T10
          绵羊毛 100 (装饰纤维除外) | 绵羊毛 95, 金属纤维 5 | PASS | T7
          绵羊毛 100 (装饰纤维除外) | 绵羊毛 94.9, 金属纤维 5.1 | FAIL | T7
          棉 60, 锦纶 40 | 棉 60, 锦纶 40 | PASS | W1
          棉 60, 锦纶 40 | 棉 62, 锦纶 38 | REVIEW | T4
          棉 60, 锦纶 40 | 棉 64, 锦纶 36 | REVIEW | T4
          棉 60, 锦纶 40 | 棉 62, 锦纶 38, 绵羊毛 0 | REVIEW | T4
          棉 60, 锦纶 40 | 棉 59, 锦纶 40, 绵羊毛 1 | REVIEW | W1
          棉 100 | 棉 99, 锦纶 1 | REVIEW | T1
          锦纶 30, 绵羊毛 70 | 锦纶 30, 绵羊毛 70 | REVIEW | T13
          """)
  void judgesForTheUnitedStates(String label, String report, Outcome outcome, String rule) {
    expect(US, null, label, report, outcome, rule);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "19, 3, 24, PASS",
        "18.9, 2.9, 23.9, PASS",
        "19.01, 3, 24, FAIL",
        "19, 3.01, 24, FAIL",
        "19, 3, 24.01, FAIL",
        "-, 3, 24, INCONCLUSIVE",
        "19, -, 24, INCONCLUSIVE",
        "19, 3, -, INCONCLUSIVE",
        "-, 3.1, -, FAIL",
      })
  void cashmereInTheUnitedStatesIsAQuestionOfDiameter(
      @Nullable BigDecimal mean,
      @Nullable BigDecimal over30,
      @Nullable BigDecimal cv,
      Outcome outcome) {
    Part result = Garments.report("山羊绒 100").measured().parts().getFirst();
    PartFacts facts = new PartFacts(false, null, new Diameter(mean, over30, cv));
    Measured measured =
        new Measured(List.of(new Part(result.name(), result.shares(), null, facts)));
    TestResult report = new TestResult(Garments.MICROSCOPE, Basis.OFFICIAL_REGAIN, measured);
    Verdict verdict = conformity.judge(US, Garments.label("山羊绒 100"), report);
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.parts().getFirst().findings())
        .filteredOn(f -> f.rule().equals("M1"))
        .hasSize(3);
    assertThat(conformity.judge(EU, Garments.label("山羊绒 100"), report).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void cashmereWithoutDiametersIsInconclusiveInTheUnitedStates() {
    Verdict verdict = expect(US, null, "山羊绒 100", "山羊绒 100", Outcome.INCONCLUSIVE, "M1");
    assertThat(verdict.parts().getFirst().findings())
        .filteredOn(f -> f.outcome() == Outcome.INCONCLUSIVE)
        .extracting(Finding::allowed)
        .containsExactly("≤19", "≤3", "≤24");
    expect(US, null, "绵羊毛 100", "绵羊毛 100", Outcome.PASS, "W1");
  }

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          山羊绒 100 | 山羊绒 97, 绵羊毛 3 | PASS | T1
          山羊绒 100 | 山羊绒 96.99, 绵羊毛 3.01 | FAIL | T1
          山羊绒 100 | 山羊绒 100, 绵羊毛 0.1 | PASS | T1
          牦牛毛 100 | 牦牛毛 99, 绵羊毛 1 | PASS | T1
          牦牛毛 100 | 牦牛毛 98.9, 绵羊毛 1.1 | FAIL | T1
          棉 100 | 棉 99, 聚酯纤维 1 | PASS | T1
          棉 100 | 棉 98.99, 聚酯纤维 1.01 | FAIL | T1
          绵羊毛 100 (粗纺) | 绵羊毛 97, 锦纶 3 | PASS | T1
          绵羊毛 100 (粗纺) | 绵羊毛 96.9, 锦纶 3.1 | REVIEW | T1
          绵羊毛 100 (粗纺) | 绵羊毛 95, 锦纶 5 | REVIEW | T1
          绵羊毛 100 (粗纺) | 绵羊毛 94.9, 锦纶 5.1 | FAIL | T1
          绵羊毛 70, 锦纶 30 | 绵羊毛 75, 锦纶 25 | PASS | T4
          绵羊毛 70, 锦纶 30 | 绵羊毛 75.1, 锦纶 24.9 | FAIL | T4
          绵羊毛 72, 锦纶 28 | 绵羊毛 76, 锦纶 24 | PASS | T4
          绵羊毛 72, 锦纶 28 | 绵羊毛 76.1, 锦纶 23.9 | FAIL | T4
          绵羊毛 72.5, 锦纶 27.5 | 绵羊毛 68.4, 锦纶 31.6 | FAIL | T4
          绵羊毛 72, 山羊绒 28 | 绵羊毛 77, 山羊绒 23 | PASS | T4
          绵羊毛 72, 山羊绒 28 | 绵羊毛 77.1, 山羊绒 22.9 | FAIL | T4
          绵羊毛 72, 牦牛毛 28 | 绵羊毛 76.1, 牦牛毛 23.9 | FAIL | T4
          绵羊毛 70, 锦纶 30 | 绵羊毛 69, 锦纶 30, 棉 1 | REVIEW | T10
          绵羊毛 97, 锦纶 3 | 绵羊毛 100 | REVIEW | G4
          绵羊毛 85, 其他纤维 15 | 绵羊毛 85, 棉 9.9, 锦纶 5.1 | PASS | T9
          绵羊毛 85, 其他纤维 15 | 绵羊毛 85, 棉 10, 锦纶 5 | FAIL | T9
          绵羊毛 85, 其他纤维 15 | 绵羊毛 80, 棉 9.9, 锦纶 9.9, 亚麻 0.2 | PASS | T9
          绵羊毛 85, 其他纤维 15 | 绵羊毛 79.9, 棉 9.9, 锦纶 9.9, 亚麻 0.3 | FAIL | T9
          绵羊毛 100 (装饰纤维除外) | 绵羊毛 97, 金属纤维 3 | REVIEW | T7
          锦纶 30, 绵羊毛 70 | 锦纶 30, 绵羊毛 70 | REVIEW | T13
          """)
  void judgesForJapan(String label, String report, Outcome outcome, String rule) {
    expect(JAPAN, null, label, report, outcome, rule);
  }

  @ParameterizedTest
  @CsvSource({"EU 1007/2011", "US 16 CFR 300", "JP Textile Labelling", "GB/T 29862-2013"})
  void methodsBasisAndPartsCountEverywhere(String set) {
    assertThat(outcome(set, "GB/T 2910.4", "山羊绒 100", "山羊绒 100")).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(outcome(set, "GB/T 40903", "山羊绒 100", "山羊绒 100")).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(outcome(set, "GB/T 2910.4", "棉 60, 锦纶 40", "棉 60, 锦纶 40")).isEqualTo(Outcome.PASS);
    TestResult dry =
        new TestResult(Garments.MICROSCOPE, Basis.NET_DRY, Garments.report("棉 100").measured());
    assertThat(conformity.judge(set, Garments.label("棉 100"), dry).parts().getFirst().findings())
        .singleElement()
        .satisfies(f -> assertThat(f.rule()).isEqualTo("G7"));
    assertThat(outcome(set, Garments.MICROSCOPE, "大身: 棉 100; 里料: 锦纶 100", "大身: 棉 100"))
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(outcome(set, Garments.MICROSCOPE, "大身: 棉 100", "大身: 棉 100; 里料: 锦纶 100"))
        .isEqualTo(Outcome.REVIEW);
  }

  @Test
  void aTradeNameFailsWhereTheRuleIsKnownAndIsReviewedWhereItIsNot() {
    for (String set : List.of(Garments.SET, EU)) {
      assertThat(tradeName(set)).as(set).isEqualTo(Outcome.FAIL);
    }
    for (String set : List.of(US, JAPAN)) {
      assertThat(tradeName(set)).as(set).isEqualTo(Outcome.REVIEW);
    }
  }

  @Test
  void aChineseProductStandardIsAskedInChinaOnly() {
    Goods goods = new Goods("FZ/T 73009-2021", null, null);
    TestResult report = Garments.report("棉 100");
    assertThat(conformity.judge(Garments.SET, Garments.label("棉 100"), report, goods).outcome())
        .isEqualTo(Outcome.FAIL);
    assertThat(conformity.judge(EU, Garments.label("棉 100"), report, goods).outcome())
        .isEqualTo(Outcome.PASS);
    assertThat(conformity.scope(EU, Garments.label("棉 100"), goods)).isEmpty();
  }

  private Outcome tradeName(String set) {
    return Garments.check(conformity, set, Garments.parts("天丝 100"), Garments.raw("莱赛尔纤维 100"))
        .outcome();
  }

  private Outcome outcome(String set, String method, String label, String report) {
    return conformity.judge(set, Garments.label(label), Garments.report(method, report)).outcome();
  }

  private Verdict expect(
      String set,
      @Nullable String spinning,
      String label,
      String report,
      Outcome outcome,
      String rule) {
    Goods goods = new Goods(null, Spinning.of(spinning), null);
    Verdict verdict = conformity.judge(set, Garments.label(label), Garments.report(report), goods);
    assertThat(verdict.outcome()).as(verdict.json().toString()).isEqualTo(outcome);
    assertThat(verdict.ruleSet()).isEqualTo(set);
    assertThat(verdict.parts().getFirst().findings())
        .anyMatch(f -> f.rule().equals(rule) && f.outcome() == outcome)
        .allMatch(f -> !f.words().zh().contains("{") && !f.words().en().contains("{"));
    return verdict;
  }
}
