package cn.zhenrong.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.Fibres;
import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.fibre.Share;
import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The stateless check: what is a finding, what is an input error, and where.
class InputTest {
  private final Conformity conformity = new Conformity();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          天丝 100 | 莱赛尔纤维 | FAIL
          羊绒绒绒 100 |  | FAIL
          棉 60, 尼龙 40 | 聚酰胺纤维 | FAIL
          绵羊绒 100 | 绵羊毛 | FAIL
          疑似羊毛 100 | 绵羊毛 | FAIL
          棉 60, 涤纶 40 |  | PASS
          """)
  void aNameNoLabelMayUseIsAFindingWithAnOffer(
      String label, @Nullable String offer, Outcome outcome) {
    Verdict verdict =
        Garments.check(
            conformity, Garments.SET, Garments.parts(label), Garments.raw("棉 60, 聚酯纤维 40"));
    assertThat(verdict.outcome()).isEqualTo(outcome);
    List<Finding> findings = verdict.parts().getFirst().findings();
    if (outcome == Outcome.FAIL) {
      assertThat(findings).hasSize(1);
      assertThat(findings.getFirst().rule()).isEqualTo("G2");
      assertThat(findings.getFirst().clause()).isEqualTo("8 c)");
      assertThat(findings.getFirst().words().zh()).contains(offer == null ? "" : offer);
      assertThat(findings.getFirst().fibre()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, ''",
        "carded, infant, ''",
        "combed, child, ''",
        "combed, adult, ''",
        "CARDED, -, label.spinning",
        "ring, -, label.spinning",
        "-, Adult, label.ageGroup",
        "'', '', 'label.spinning,label.ageGroup'",
      })
  void goodsAreSpunAndWornInKnownWays(
      @Nullable String spinning, @Nullable String age, String fields) {
    RawGoods goods = new RawGoods(null, spinning, age);
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () ->
                conformity.judge(
                    Garments.SET,
                    Garments.parts("棉 100"),
                    Garments.raw("棉 100"),
                    goods,
                    Garments.DAY));
    String found =
        problem == null
            ? ""
            : String.join(",", problem.fields().stream().map(f -> f.field()).toList());
    assertThat(found).isEqualTo(fields);
  }

  @Test
  void goodsFromOutsideCountLikeThoseOfAStyle() {
    Verdict verdict =
        conformity.judge(
            "EU 1007/2011",
            Garments.parts("山羊绒 100"),
            Garments.raw("山羊绒 95.5, 绵羊毛 4.5"),
            new RawGoods(null, "carded", null),
            Garments.DAY);
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
    Verdict infant =
        conformity.judge(
            Garments.SET,
            Garments.parts("绵羊毛 100"),
            Garments.raw("绵羊毛 100"),
            new RawGoods("FZ/T 73018-2021", null, "infant"),
            Garments.DAY);
    assertThat(infant.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(infant.parts().getFirst().findings())
        .filteredOn(f -> f.rule().equals("P2"))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.PASS, Outcome.FAIL);
  }

  @Test
  void tellsEveryBadNameOfAPartAndStillJudgesTheOtherParts() {
    Verdict verdict =
        Garments.check(
            conformity,
            Garments.SET,
            Garments.parts("大身: 天丝 60, 尼龙 40; 里料: 棉 100"),
            Garments.raw("大身: 棉 100; 里料: 棉 90, 锦纶 10"));
    assertThat(verdict.parts().getFirst().findings())
        .extracting(Finding::rule, Finding::declared)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("G2", "60"),
            org.assertj.core.groups.Tuple.tuple("G2", "40"));
    assertThat(verdict.parts().get(1).findings()).extracting(Finding::rule).containsExactly("T1");
    assertThat(verdict.cashmere()).isEmpty();
  }

  @Test
  void aBadNameDoesNotHideAWrongSum() {
    assertThat(fields(Garments.SET, Garments.parts("天丝 60, 棉 30"), Garments.raw("棉 100")))
        .containsExactly("label.parts[0].fibres");
  }

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          棉 60, 锦纶 39.9 | 棉 100 | label.parts[0].fibres
          棉 60, 锦纶 x | 棉 100 | label.parts[0].fibres[1].percent
          棉 59.95, 锦纶 40.05 | 棉 100 | label.parts[0].fibres[0].percent,label.parts[0].fibres[1].percent
          天丝 60, 锦纶 x | 棉 100 | label.parts[0].fibres[1].percent
          棉 100 | 棉 99.7 | report.parts[0].fibres
          棉 100 | 棉 100.3 | report.parts[0].fibres[0].percent
          棉 100 | 天丝 100 | report.parts[0].fibres[0].fibre
          棉 99 | 棉 99 | label.parts[0].fibres,report.parts[0].fibres
          """)
  void everythingElseIsAnInputErrorWithItsPath(String label, String report, String fields) {
    assertThat(fields(Garments.SET, Garments.parts(label), Garments.raw(report)))
        .containsExactly(fields.split(","));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    RawResult report = new RawResult(null, "dry", List.of());
    assertThat(fields("GB/T 1-2000", List.of(), report))
        .containsExactly("ruleSet", "label.parts", "report.basis", "report.parts");
    assertThat(fields(null, Garments.parts("棉 100"), Garments.raw("棉 100")))
        .containsExactly("ruleSet");
  }

  @Test
  void missingPiecesAreInputErrorsToo() {
    assertThat(fields(Garments.SET, null, Garments.raw("棉 100"))).containsExactly("label.parts");
    RawPart noFibres = new RawPart("大身", null, null);
    assertThat(fields(Garments.SET, java.util.Arrays.asList(noFibres, null), Garments.raw("棉 100")))
        .contains("label.parts[0].fibres", "label.parts[1]");
    RawPart noName =
        new RawPart(null, java.util.Arrays.asList(new RawPart.RawShare(null, "100"), null), null);
    assertThat(fields(Garments.SET, List.of(noName), Garments.raw("棉 100")))
        .contains("label.parts[0].fibres[0].fibre", "label.parts[0].fibres[1].fibre");
  }

  @Test
  void moreThanTwentyPartsOrFibresAreRefusedByTheReader() {
    RawPart.RawShare share = new RawPart.RawShare("天丝", "1");
    RawPart wide = new RawPart("大身", java.util.Collections.nCopies(21, share), null);
    assertThat(fields(Garments.SET, List.of(wide), Garments.raw("棉 100")))
        .containsExactly("label.parts[0].fibres");
    assertThat(fields(Garments.SET, java.util.Collections.nCopies(21, wide), Garments.raw("棉 100")))
        .containsExactly("label.parts");
    RawPart twenty =
        new RawPart("大身", java.util.Collections.nCopies(20, new RawPart.RawShare("天丝", "5")), null);
    assertThat(
            Garments.check(conformity, Garments.SET, List.of(twenty), Garments.raw("棉 100"))
                .parts()
                .getFirst()
                .findings())
        .hasSize(20);
  }

  @Test
  void anUnknownRuleSetIsNamedToTheCallerOfTheTypedMethodsToo() {
    Composition label = Garments.label("棉 100");
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> conformity.judge("GB/T 1-2000", label, Garments.report("棉 100")));
    assertThat(problem.fields()).extracting(FieldProblem::field).containsExactly("ruleSet");
    assertThat(problem.fields().getFirst().words().zh()).contains(Garments.SET);
  }

  @Test
  void aMissingReportOrMethodIsInconclusive() {
    Verdict none = Garments.check(conformity, Garments.SET, Garments.parts("山羊绒 100"), null);
    assertThat(none.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(none.parts().getFirst().findings().getFirst().words().en())
        .contains("There is no report");
    RawResult noMethod = new RawResult(null, "official-regain", Garments.parts("棉 100"));
    Verdict verdict = Garments.check(conformity, Garments.SET, Garments.parts("棉 100"), noMethod);
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "99.9, 100, label.parts[0].fibres",
    "100.1, 100, label.parts[0].fibres",
    "100, 99.79, report.parts[0].fibres",
    "100, 100.21, report.parts[0].fibres"
  })
  void aSumThatWasNeverReadIsCheckedAgain(String declared, String measured, String field) {
    Problem problem = catchThrowableOfType(Problem.class, () -> judgeUnread(declared, measured));
    assertThat(problem.fields()).extracting(FieldProblem::field).containsExactly(field);
  }

  @ParameterizedTest
  @CsvSource({"100, 99.8", "100.0, 100.2"})
  void aSumWithinRoundingIsJudged(String declared, String measured) {
    assertThat(judgeUnread(declared, measured).outcome()).isEqualTo(Outcome.PASS);
  }

  private Verdict judgeUnread(String declared, String measured) {
    return conformity.judge(
        Garments.SET,
        new Composition(List.of(part(declared))),
        new TestResult("GB/T 2910", Basis.OFFICIAL_REGAIN, new Measured(List.of(part(measured)))));
  }

  private static Part part(String percent) {
    return new Part("大身", List.of(new Share(Fibres.onLabel("棉"), new BigDecimal(percent))));
  }

  private List<String> fields(
      @Nullable String ruleSet,
      @Nullable List<@Nullable RawPart> label,
      @Nullable RawResult report) {
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> Garments.check(conformity, ruleSet, label, report));
    return problem.fields().stream().map(FieldProblem::field).toList();
  }
}
