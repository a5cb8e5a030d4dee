package cn.zhenrong.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.PartFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Parts only the report has, and how much of the surface they cover (T14); the same goods under
/// product standards.
class TrimsTest {
  private final Conformity conformity = new Conformity();

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "袖口, false, 14.9, PASS, 可以不标",
        "袖口, false, 15, PASS, 可以不标",
        "袖口, false, 15.1, FAIL, 须标明成份",
        "袖口, false, -, REVIEW, 辅料",
        "里料, true, 15, PASS, 可以不标",
        "里料, true, 15.1, FAIL, 须标明成份",
        "里料, false, 5, REVIEW, 是否须标明",
        "里料, false, -, REVIEW, 是否须标明",
        "粘合衬, false, 15, PASS, 可以不标",
        "粘合衬, false, 15.1, REVIEW, 看不见的衬布",
        "interlining, false, 60, REVIEW, 看不见的衬布",
      })
  void aTrimNeedsNoContentUpToAShareOfTheSurface(
      String name, boolean trim, @Nullable BigDecimal surface, Outcome outcome, String words) {
    Verdict verdict = judge(part(name, "棉", trim, surface));
    assertThat(verdict.outcome()).isEqualTo(outcome);
    Finding finding = verdict.parts().get(1).findings().getFirst();
    assertThat(finding.rule()).isEqualTo("T14");
    assertThat(finding.words().zh()).contains(words);
    assertThat(verdict.parts().getFirst().outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void trimsOfTheSameFibresMayBeOneFabric() {
    assertThat(outcomes(trim("领", "棉", "8"), trim("袖口", "棉", "7")))
        .containsExactly(Outcome.PASS, Outcome.PASS);
    assertThat(outcomes(trim("领", "棉", "8"), trim("袖口", "棉", "7.1")))
        .containsExactly(Outcome.REVIEW, Outcome.REVIEW);
    assertThat(outcomes(trim("领", "棉", "8"), trim("袖口", "锦纶", "8")))
        .containsExactly(Outcome.PASS, Outcome.PASS);
    assertThat(outcomes(trim("领", "棉", "8"), trim("袖口", "棉", null)))
        .containsExactly(Outcome.REVIEW, Outcome.REVIEW);
    assertThat(outcomes(trim("领", "棉", "16"), trim("袖口", "棉", "1")))
        .containsExactly(Outcome.FAIL, Outcome.REVIEW);
    assertThat(outcomes(trim("领", "棉", "8"), part("里料", "棉", false, new BigDecimal("50"))))
        .containsExactly(Outcome.PASS, Outcome.REVIEW);
  }

  @Test
  void aShareMeasuredAtZeroIsNoFibreOfTheTrim() {
    Part zero = Garments.report("袖口: 棉 100, 锦纶 0").measured().parts().getFirst();
    Part tenth =
        new Part("袖口", zero.shares(), null, new PartFacts(true, new BigDecimal("10"), null));
    assertThat(outcomes(tenth, trim("领", "棉", "6")))
        .containsExactly(Outcome.REVIEW, Outcome.REVIEW);
  }

  @Test
  void otherMarketsHaveNoRuleOfSurface() {
    for (String set : List.of("EU 1007/2011", "US 16 CFR 300", "JP Textile Labelling")) {
      Verdict verdict =
          conformity.judge(set, Garments.label("大身: 棉 100"), report(trim("领", "棉", "1")));
      assertThat(verdict.parts().get(1).outcome()).as(set).isEqualTo(Outcome.REVIEW);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "FZ/T 73018-2021, infant, FAIL",
        "FZ/T 73018-2021, child, PASS",
        "FZ/T 73018-2021, adult, PASS",
        "FZ/T 73018-2021, -, PASS",
        "FZ/T 73009-2021, infant, PASS",
      })
  void woolKnitwearIsNotForInfants(String standard, @Nullable String age, Outcome outcome) {
    Goods goods = new Goods(standard, null, AgeGroup.of(age));
    String blend = "绵羊毛 70, 山羊绒 30";
    assertThat(
            conformity
                .judge(Garments.SET, Garments.label(blend), Garments.report(blend), goods)
                .outcome())
        .isEqualTo(outcome);
    assertThat(conformity.scope(Garments.SET, Garments.label(blend), goods))
        .anyMatch(f -> f.outcome() == outcome);
  }

  @Test
  void moreCashmereThanDeclaredHasWordsOfItsOwn() {
    Verdict over =
        conformity.judge(
            Garments.SET, Garments.label("绵羊毛 70, 山羊绒 30"), Garments.report("绵羊毛 64, 山羊绒 36"));
    assertThat(over.parts().getFirst().findings().get(1).words().zh())
        .isEqualTo("山羊绒：标 30，检验报告 36，比标注的多，超出允差 ±5 个百分点；消费者没有少得，但标签与实物不符");
    assertThat(over.cashmere().getFirst().words().zh()).contains("不低于 36%", "仍须更正");
    Verdict under =
        conformity.judge(
            Garments.SET, Garments.label("绵羊毛 70, 山羊绒 30"), Garments.report("绵羊毛 76, 山羊绒 24"));
    assertThat(under.parts().getFirst().findings().get(1).words().zh()).doesNotContain("没有少得");
    Verdict within =
        conformity.judge(
            Garments.SET, Garments.label("绵羊毛 70, 山羊绒 30"), Garments.report("绵羊毛 65, 山羊绒 35"));
    assertThat(within.parts().getFirst().findings().get(1).words().zh()).contains("在允差");
  }

  private List<Outcome> outcomes(Part... undeclared) {
    return judge(undeclared).parts().stream().skip(1).map(PartVerdict::outcome).toList();
  }

  private Verdict judge(Part... undeclared) {
    return conformity.judge(Garments.SET, Garments.label("大身: 棉 100"), report(undeclared));
  }

  private static TestResult report(Part... undeclared) {
    List<Part> parts = new ArrayList<>(Garments.report("大身: 棉 100").measured().parts());
    parts.addAll(List.of(undeclared));
    return new TestResult(Garments.MICROSCOPE, Basis.OFFICIAL_REGAIN, new Measured(parts));
  }

  private static Part trim(String name, String fibre, @Nullable String surface) {
    return part(name, fibre, true, surface == null ? null : new BigDecimal(surface));
  }

  private static Part part(String name, String fibre, boolean trim, @Nullable BigDecimal surface) {
    Part plain = Garments.report(fibre + " 100").measured().parts().getFirst();
    return new Part(name, plain.shares(), null, new PartFacts(trim, surface, null));
  }
}
