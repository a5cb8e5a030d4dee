package cn.zhenrong.fibre;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  private final Vocabulary vocabulary = Vocabulary.read();

  @Test
  void readsEveryColumn() {
    Fibre cashmere = vocabulary.fibre("山羊绒");
    assertThat(vocabulary.fibres()).hasSize(33).startsWith(cashmere);
    assertThat(cashmere).isEqualTo(Fibres.onLabel("山羊绒"));
    assertThat(vocabulary.fibre("羊绒")).isSameAs(cashmere);
    assertThat(vocabulary.fibre("cashmere")).isSameAs(cashmere);
    assertThat(vocabulary.fibre("ws")).isSameAs(cashmere);
    assertThat(vocabulary.fibre("wv")).isSameAs(vocabulary.fibre("wo"));
    assertThat(vocabulary.fibre("-")).isNull();
    assertThat(vocabulary.fibre("")).isNull();
    assertThat(vocabulary.names()).containsEntry("羊绒", cashmere).doesNotContainKey("天丝");
  }

  @Test
  void leavesOutWhatAFibreDoesNotHave() {
    assertThat(vocabulary.fibre("其他纤维"))
        .isEqualTo(new Fibre("其他纤维", "other fibres", "other fibres", "AF", FibreKind.OTHER, null));
    assertThat(vocabulary.fibre("疑似羊毛"))
        .isEqualTo(
            new Fibre(
                "疑似羊毛",
                "wool-like fibre",
                "wool-like fibre",
                null,
                FibreKind.WOOL_LIKE,
                new BigDecimal("17.00")));
  }

  @Test
  void keepsRefusedNamesApartWithTheirRemarks() {
    assertThat(vocabulary.refused("天丝"))
        .isEqualTo(new Vocabulary.Refused(Fibres.onLabel("莱赛尔纤维"), null));
    assertThat(vocabulary.refused("绵羊绒"))
        .isEqualTo(new Vocabulary.Refused(Fibres.onLabel("山羊绒"), "sheep-wool"));
    assertThat(vocabulary.refused("绒"))
        .extracting(Vocabulary.Refused::remark)
        .isEqualTo("bare-down");
    assertThat(vocabulary.refused("绵羊绒=sheep-wool")).isNull();
    assertThat(vocabulary.fibre("天丝")).isNull();
  }

  @Test
  void hasWordsForEveryRemark() {
    assertThat(vocabulary.remarks())
        .contains("raccoon", "silk", "bast")
        .allSatisfy(remark -> FibreTexts.words("fibre.trade-name." + remark));
  }
}
