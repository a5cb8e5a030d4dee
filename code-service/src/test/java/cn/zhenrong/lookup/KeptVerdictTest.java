package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.evidence.Decision;
import cn.zhenrong.page.Composition.Band;
import cn.zhenrong.page.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptVerdictTest {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @ParameterizedTest
  @CsvSource({
    "±5, 70, 65, 75",
    "±3, 2.5, 0, 5.5",
    "±5, 97, 92, 100",
    "±3, 3, 0, 6",
    "≥95, 100, 95, 100"
  })
  void theAllowedSharesStayBetweenNothingAndAll(
      String allowed, BigDecimal declared, String low, String high) {
    assertThat(kept(allowed).band("大身", "山羊绒", declared)).isEqualTo(new Band(low, high));
  }

  @Test
  void withoutBoundsInTheFindingsThereIsNoBand() {
    assertThat(kept("").band("大身", "山羊绒", BigDecimal.TEN)).isNull();
    assertThat(kept("±5").band("大身", "绵羊毛", BigDecimal.TEN)).isNull();
    assertThat(kept("±5").band("罗纹", "山羊绒", BigDecimal.TEN)).isNull();
    assertThat(new KeptVerdict(new Decision("PASS", "x", "1", Map.of())).part("大身")).isEmpty();
  }

  @Test
  void whatMayGoUndeclaredStandsBesideEachFibreItIsAbout() {
    KeptVerdict kept = kept("锦纶、腈纶", "≤0.5");
    assertThat(kept.undeclared("大身", "锦纶")).isEqualTo("≤0.5");
    assertThat(kept.undeclared("大身", "腈纶")).isEqualTo("≤0.5");
    assertThat(kept.undeclared("大身", "绵羊毛")).isNull();
    assertThat(kept("锦纶", "±5").undeclared("大身", "锦纶")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"T6", "T1"})
  void aFibreDeclaredAloneBesideATraceMayLackAsMuchAsMayGoUndeclared(String rule) {
    Map<String, Object> pure = finding("T1", "绵羊毛", "");
    Map<String, Object> trace = finding(rule, "锦纶、腈纶", "≤0.5");
    Band band = new Band("99.5", "100");
    assertThat(kept(trace, pure).band("大身", "绵羊毛", HUNDRED)).isEqualTo(band);
    assertThat(kept(trace).band("大身", "绵羊毛", new BigDecimal("100.0"))).isEqualTo(band);
    assertThat(kept(trace).band("大身", "绵羊毛", new BigDecimal("95"))).isNull();
    assertThat(kept(pure).band("大身", "绵羊毛", HUNDRED)).isNull();
    Map<String, Object> cashmere = finding("T12", "山羊绒", "");
    assertThat(kept(trace, cashmere).band("大身", "绵羊毛", HUNDRED))
        .as("more was found than the trace, and let pass")
        .isNull();
    assertThat(kept(finding("T1", "锦纶", "≤2 / ≤5")).band("大身", "绵羊毛", HUNDRED))
        .as("which of two it is, is not known")
        .isNull();
    assertThat(kept("绵羊毛", "±5 / ±3").band("大身", "绵羊毛", HUNDRED)).isNull();
    assertThat(kept(finding("T7", "金属纤维", "≤5")).band("大身", "绵羊毛", HUNDRED))
        .as("decoration is no part of the hundred")
        .isNull();
    Map<String, Object> most = finding("T2", "山羊绒", "≥95");
    assertThat(kept(finding("T6", "锦纶", "≤0.5"), most).band("大身", "山羊绒", HUNDRED))
        .as("its own bounds come first")
        .isEqualTo(new Band("95", "100"));
  }

  @Test
  void aPartKeepsItsVerdict() {
    assertThat(kept("±5").part("大身")).contains("PASS");
  }

  @Test
  void keepsTheStatementAboutCashmereApart() {
    Map<String, Object> content =
        Map.of("part", "大身", "words", Map.of("zh", "不低于 36%", "en", "at least 36 %"));
    Map<String, Object> wordless = Map.of("part", "罗纹");
    KeptVerdict kept =
        new KeptVerdict(
            new Decision("FAIL", "x", "1", Map.of("cashmere", List.of(content, wordless))));
    assertThat(kept.cashmere("大身")).isEqualTo(new Wording("不低于 36%", "at least 36 %"));
    assertThat(kept.cashmere("罗纹")).isNull();
    assertThat(kept("±5").cashmere("大身")).isNull();
  }

  private static KeptVerdict kept(String allowed) {
    return kept("山羊绒", allowed);
  }

  private static KeptVerdict kept(String fibre, String allowed) {
    return kept(finding("T4", fibre, allowed));
  }

  private static Map<String, Object> finding(String rule, String fibre, String allowed) {
    return Map.of("rule", rule, "fibre", fibre, "allowed", allowed);
  }

  @SafeVarargs
  private static KeptVerdict kept(Map<String, Object>... findings) {
    Map<String, Object> part =
        Map.of("part", "大身", "verdict", "PASS", "findings", List.of(findings));
    return new KeptVerdict(new Decision("PASS", "x", "1", Map.of("parts", List.of(part))));
  }
}
