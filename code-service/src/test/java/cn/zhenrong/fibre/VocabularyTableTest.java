package cn.zhenrong.fibre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhenrong.problem.Problem;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The vocabulary of the rule description, row by row: name, short names, English names, codes, EU
/// allowance, names that are refused.
class VocabularyTableTest {
  private static final String TABLE =
      """
      山羊绒 | 羊绒 | cashmere | WS | 17.00 | 绵羊绒,绒,浣熊绒,国标绒
      绵羊毛 | 羊毛 | wool | WO,WV | 17.00 | 美丽诺,澳毛
      马海毛 | - | mohair | WM | 17.00 | -
      羊驼毛 | - | alpaca | WP | 17.00 | 羊驼绒
      兔毛 | 安哥拉兔毛 | angora,angora (rabbit) | WA | 17.00 | 兔绒
      牦牛毛 | 牦牛毛(绒),牦牛绒 | yak | WY | 17.00 | -
      骆驼毛 | 骆驼毛(绒),骆驼绒 | camel | WK | 17.00 | -
      美洲驼毛 | - | llama | WL | 17.00 | 美洲驼绒
      原驼毛 | - | guanaco | WU | 17.00 | 原驼绒
      骆马毛 | - | vicuna | WG | 17.00 | 骆马绒
      桑蚕丝 | - | silk | SE | 11.00 | 真丝
      柞蚕丝 | - | tasar,tussah | ST | 11.00 | -
      棉 | - | cotton | CO | 8.50 | 精梳棉
      亚麻 | - | flax | LI | 12.00 | 麻
      苎麻 | - | ramie | RA | 8.50 | 麻
      大麻 | 汉麻 | hemp | HA | 12.00 | 麻
      粘胶纤维 | 粘纤 | viscose | CV,VI | 13.00 | 人造棉,人棉
      莫代尔纤维 | 莫代尔 | modal | CMD | 13.00 | 木浆
      莱赛尔纤维 | 莱赛尔 | lyocell | CLY | 13.00 | 天丝
      铜氨纤维 | - | cupro | CUP | 13.00 | -
      醋酯纤维 | 醋纤 | acetate | CA | 9.00 | -
      三醋酯纤维 | - | triacetate | CTA | 7.00 | -
      聚酰胺纤维 | 锦纶 | polyamide,polyamide (nylon),nylon | PA | 6.25 | 尼龙
      聚酯纤维 | 涤纶 | polyester | PES | 1.50 | -
      聚丙烯腈纤维 | 腈纶 | acrylic | PAN,PC | 2.00 | 抗起球纤维,仿羊绒
      改性聚丙烯腈纤维 | 改性腈纶 | modacrylic | MAC,MA | 2.00 | -
      聚氨酯弹性纤维 | 氨纶 | elastane | EL,EA | 1.50 | 莱卡
      聚酯复合弹性纤维 | - | elastomultiester | EME | 1.50 | -
      聚丙烯纤维 | 丙纶 | polypropylene | PP | 2.00 | -
      金属纤维 | - | metal | ME | 2.00 | 金银丝
      金属镀膜纤维 | - | metallised | MTF | 2.00 | 金银丝
      其他纤维 | - | other fibres | AF | - | -
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = TABLE)
  void everyRowIsKnown(
      String name,
      @Nullable String shorts,
      String english,
      String codes,
      @Nullable BigDecimal allowance,
      @Nullable String refused) {
    Fibre fibre = Fibres.onLabel(name);
    assertThat(fibre.name()).isEqualTo(name);
    assertThat(fibre.allowance()).isEqualTo(allowance);
    assertThat(fibre.english()).isEqualTo(english.split(",")[0]);
    assertThat(fibre.code()).isEqualTo(codes.split(",")[0]);
    for (String names : new String[] {shorts, english, codes}) {
      for (String one : names == null ? new String[0] : names.split(",")) {
        assertThat(Fibres.onLabel(one)).as(one).isSameAs(fibre);
      }
    }
    for (String one : refused == null ? new String[0] : refused.split(",")) {
      Problem problem = catchThrowableOfType(Problem.class, () -> Fibres.onLabel(one));
      assertThat(problem.fields().getFirst().code()).as(one).isEqualTo("fibre.trade-name");
      assertThat(problem.fields().getFirst().words().zh()).as(one).isNotBlank();
    }
  }

  @Test
  void theTableIsTheWholeVocabulary() {
    Set<String> names = new HashSet<>(Set.of("疑似羊毛"));
    TABLE.lines().forEach(line -> names.add(line.substring(0, line.indexOf('|')).strip()));
    assertThat(Fibres.all()).extracting(Fibre::name).containsExactlyInAnyOrderElementsOf(names);
  }
}
