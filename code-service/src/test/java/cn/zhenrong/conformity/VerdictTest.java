package cn.zhenrong.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
  private final Conformity conformity = new Conformity();

  @Test
  void severityRisesFromPassToFail() {
    assertThat(Outcome.values())
        .containsExactly(Outcome.PASS, Outcome.REVIEW, Outcome.INCONCLUSIVE, Outcome.FAIL);
    for (Outcome one : Outcome.values()) {
      for (Outcome other : Outcome.values()) {
        assertThat(one.worse(other).ordinal()).isEqualTo(Math.max(one.ordinal(), other.ordinal()));
      }
    }
  }

  @Test
  void basisTextsReadBack() {
    assertThat(Basis.of("official-regain")).isEqualTo(Basis.OFFICIAL_REGAIN);
    assertThat(Basis.of("net-dry")).isEqualTo(Basis.NET_DRY);
    assertThat(Basis.of("NET_DRY")).isNull();
    assertThat(Basis.of(null)).isNull();
  }

  @Test
  void listsItsRuleSetsWithTheTimeTheyHold() {
    RuleSet set = conformity.books().getFirst().set();
    assertThat(set)
        .extracting(
            RuleSet::name, RuleSet::id, RuleSet::market, RuleSet::standard, RuleSet::edition)
        .containsExactly("GB/T 29862-2013", "gbt-29862-2013", "CN", "GB/T 29862", "2013");
    assertThat(set.inForceUntil()).isNull();
    assertThat(set.isInForce(LocalDate.of(2014, 4, 30))).isFalse();
    assertThat(set.isInForce(LocalDate.of(2014, 5, 1))).isTrue();
    RuleSet past = RuleSetsTest.set("x", LocalDate.of(2000, 1, 1), LocalDate.of(2001, 1, 1));
    assertThat(past.isInForce(LocalDate.of(2001, 1, 1))).isTrue();
    assertThat(past.isInForce(LocalDate.of(2001, 1, 2))).isFalse();
  }

  @Test
  void saysInPlainWordsWhatIsOff() {
    Verdict verdict = judge("绵羊毛 70, 山羊绒 30", "绵羊毛 64, 山羊绒 36");
    Finding finding = verdict.parts().getFirst().findings().getFirst();
    assertThat(finding.words().zh()).isEqualTo("绵羊毛：标 70，检验报告 64，超出允差 ±5 个百分点");
    assertThat(finding.words().en())
        .isEqualTo("wool: label 70, report 64, outside the tolerance of ±5 points");
    assertThat(finding.clause()).isEqualTo("7.3");
  }

  @Test
  void saysThatAWoolLineIsReadAsWoolLike() {
    Verdict verdict = judge("山羊绒 100", "山羊绒 96.0, 绵羊毛 4.0");
    assertThat(verdict.parts().getFirst().findings())
        .anyMatch(f -> f.words().zh().equals("绵羊毛：检验报告 4，按疑似羊毛看待；标 100% 山羊绒时允许 ≤5"));
  }

  @Test
  void asksForTheWordsThatWouldExceptDecoration() {
    Verdict verdict = judge("山羊绒 100", "山羊绒 96.5, 金属纤维 3.5");
    assertThat(verdict.parts().getFirst().findings())
        .anyMatch(f -> f.rule().equals("T3") && f.words().zh().contains("装饰纤维除外"));
  }

  @Test
  void asksForNoSuchWordsBesideAnOrdinaryFibre() {
    Verdict verdict = judge("棉 100", "棉 95, 金属纤维 3, 锦纶 2");
    Finding finding = verdict.parts().getFirst().findings().getFirst();
    assertThat(finding.words().zh()).doesNotContain("装饰纤维除外");
    assertThat(finding.fibre()).isEqualTo("金属纤维、聚酰胺纤维");
    assertThat(finding.measured()).isEqualTo("5");
    assertThat(finding.words().en()).startsWith("metal, polyamide: not on the label");
  }

  @Test
  void writesNumbersAsPlainDigits() {
    assertThat(Facts.text(new java.math.BigDecimal("1E+2"))).isEqualTo("100");
    assertThat(Facts.text(new java.math.BigDecimal("0.0000001"))).isEqualTo("0.0000001");
    assertThat(Facts.text(new java.math.BigDecimal("95.0"))).isEqualTo("95.0");
    assertThat(Facts.text(null)).isNull();
  }

  @Test
  void writesTheShapeOfTheInterface() {
    Verdict verdict = judge("棉 60, 锦纶 40", "棉 64.0, 锦纶 36.0");
    Map<String, Object> json = verdict.json();
    assertThat(json.keySet()).containsExactly("verdict", "ruleSet", "edition", "parts", "cashmere");
    assertThat(json).containsEntry("verdict", "PASS").containsEntry("edition", "2013");
    assertThat(String.valueOf(json.get("parts")))
        .startsWith("[{part=大身, verdict=PASS, findings=[{rule=T4, clause=7.3, fibre=棉, ")
        .contains("declared=60, measured=64, allowed=±5, outcome=PASS, words={");
    Map<String, Object> pure = judge("山羊绒 100", "山羊绒 99.5, 绵羊毛 0.5").json();
    assertThat(String.valueOf(pure.get("cashmere")))
        .startsWith("[{part=大身, atLeast=99.5, overDelivered=false, words={")
        .contains("检验报告测得山羊绒含量不低于 99.5%");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FZ/T 73009-2021 | 山羊绒 100 | PASS | P1
          FZ/T73009 | 桑蚕丝 70, 山羊绒 30 | PASS | P1
          FZ/T 73009-2021 | 桑蚕丝 70.1, 山羊绒 29.9 | FAIL | P1
          FZ/T 73018-2021 | 绵羊毛 100 | PASS | P2
          FZ/T 73018-2021 | 腈纶 70, 绵羊毛 30 | PASS | P2
          FZ/T 73018-2021 | 腈纶 70.1, 绵羊毛 29.9 | FAIL | P2
          FZ/T 73018-2021 | 腈纶 70, 羊驼毛 30 | PASS | P2
          """)
  void aProductStandardAsksForItsFibre(
      String standard, String composition, Outcome outcome, String rule) {
    Verdict verdict = judgeUnder(standard, composition);
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.parts().getFirst().findings())
        .filteredOn(f -> f.outcome() == outcome)
        .anyMatch(f -> f.rule().equals(rule));
  }

  @Test
  void anotherProductStandardAddsNothing() {
    assertThat(judgeUnder("GB/T 22849", "棉 100").parts().getFirst().findings())
        .extracting(Finding::rule)
        .containsExactly("T1");
  }

  @Test
  void aProductStandardAsksOnlyTheMainPart() {
    Verdict verdict = judgeUnder("FZ/T 73009", "大身: 山羊绒 100; 里料: 棉 100");
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void everyTextIsThereInBothLanguages() {
    Properties zh = properties("words_zh.properties");
    Properties en = properties("words_en.properties");
    assertThat(zh.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
    for (String key : zh.stringPropertyNames()) {
      assertThat(zh.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
      assertThat(en.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
    }
  }

  @Test
  void everyFindingHasWordsInBothLanguages() {
    for (List<String> one : ConfidenceTest.cases()) {
      Verdict verdict = judge(one.getFirst(), one.get(1));
      for (Finding finding : verdict.parts().getFirst().findings()) {
        assertThat(finding.words().zh()).isNotBlank().doesNotContain("{", "null");
        assertThat(finding.words().en()).isNotBlank().doesNotContain("{", "null");
      }
    }
  }

  private Verdict judge(String label, String report) {
    return conformity.judge(Garments.SET, Garments.label(label), Garments.report(report));
  }

  private Verdict judgeUnder(String standard, String composition) {
    return conformity.judge(
        Garments.SET,
        Garments.label(composition),
        Garments.report(composition),
        new Goods(standard, null, null));
  }

  private static Properties properties(String name) {
    Properties properties = new Properties();
    try (var in = Conformity.class.getResourceAsStream(name)) {
      properties.load(
          new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
