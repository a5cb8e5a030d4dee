package cn.zhenrong.fibre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FibresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "山羊绒 | 羊绒 | cashmere | WS | CASHMERE | 17.00",
        "绵羊毛 | 羊毛 | wool | WO | SHEEP_WOOL | 17.00",
        "马海毛 | 马海毛 | mohair | WM | SPECIALITY_HAIR | 17.00",
        "羊驼毛 | 羊驼毛 | alpaca | WP | SPECIALITY_HAIR | 17.00",
        "兔毛 | 安哥拉兔毛 | angora | WA | SPECIALITY_HAIR | 17.00",
        "牦牛毛 | 牦牛毛（绒） | yak | WY | SPECIALITY_HAIR | 17.00",
        "骆驼毛 | 骆驼毛(绒) | camel | WK | SPECIALITY_HAIR | 17.00",
        "美洲驼毛 | 美洲驼毛 | llama | WL | SPECIALITY_HAIR | 17.00",
        "原驼毛 | 原驼毛 | guanaco | WU | SPECIALITY_HAIR | 17.00",
        "骆马毛 | vicuña | vicuna | WG | SPECIALITY_HAIR | 17.00",
        "桑蚕丝 | 桑蚕丝 | silk | SE | SILK | 11.00",
        "柞蚕丝 | tussah | tasar | ST | SILK | 11.00",
        "棉 | 棉 | cotton | CO | PLANT | 8.50",
        "亚麻 | linen | flax | LI | PLANT | 12.00",
        "苎麻 | 苎麻 | ramie | RA | PLANT | 8.50",
        "大麻 | 汉麻 | hemp | HA | PLANT | 12.00",
        "粘胶纤维 | 粘纤 | viscose | CV | REGENERATED | 13.00",
        "莫代尔纤维 | 莫代尔 | modal | CMD | REGENERATED | 13.00",
        "莱赛尔纤维 | 莱赛尔 | lyocell | CLY | REGENERATED | 13.00",
        "铜氨纤维 | 铜氨 | cupro | CUP | REGENERATED | 13.00",
        "醋酯纤维 | 醋纤 | acetate | CA | REGENERATED | 9.00",
        "三醋酯纤维 | 三醋纤 | triacetate | CTA | REGENERATED | 7.00",
        "聚酰胺纤维 | 锦纶 | polyamide | PA | SYNTHETIC | 6.25",
        "聚酯纤维 | 涤纶 | polyester | PES | SYNTHETIC | 1.50",
        "聚丙烯腈纤维 | 腈纶 | acrylic | PAN | SYNTHETIC | 2.00",
        "改性聚丙烯腈纤维 | 改性腈纶 | modacrylic | MAC | SYNTHETIC | 2.00",
        "聚氨酯弹性纤维 | 氨纶 | elastane | EL | ELASTIC | 1.50",
        "聚酯复合弹性纤维 | 聚酯复合弹性纤维 | elastomultiester | EME | ELASTIC | 1.50",
        "聚丙烯纤维 | 丙纶 | polypropylene | PP | SYNTHETIC | 2.00",
        "金属纤维 | 金属纤维 | metal | ME | METAL | 2.00",
        "金属镀膜纤维 | metallized | metallised | MTF | METAL | 2.00",
        "其他纤维 | 其它纤维 | other fibres | AF | OTHER | ",
      })
  void knowsEveryFibreByEachOfItsNames(
      String name, String synonym, String english, String code, FibreKind kind, BigDecimal share) {
    Fibre fibre = Fibres.onLabel(name);
    assertThat(fibre).isEqualTo(new Fibre(name, english, fibre.american(), code, kind, share));
    // One American name may stand for two fibres, as metallic does.
    assertThat(Fibres.onLabel(fibre.american()).american()).isEqualTo(fibre.american());
    assertThat(Fibres.onLabel(synonym)).isSameAs(fibre);
    assertThat(Fibres.onLabel(english)).isSameAs(fibre);
    assertThat(Fibres.onLabel(code)).isSameAs(fibre);
    assertThat(Fibres.onReport(name)).isSameAs(fibre);
  }

  @ParameterizedTest
  @CsvSource({
    "聚酰胺纤维, nylon",
    "聚氨酯弹性纤维, spandex",
    "聚丙烯纤维, olefin",
    "聚酯复合弹性纤维, elasterell-p",
    "粘胶纤维, rayon",
    "山羊绒, cashmere",
    "棉, cotton"
  })
  void knowsTheGenericNameOfTheUnitedStates(String name, String american) {
    assertThat(Fibres.onLabel(name).american()).isEqualTo(american);
  }

  @ParameterizedTest
  @CsvSource({
    "聚酰胺纤维（锦纶）, 聚酰胺纤维",
    "锦纶(聚酰胺纤维), 聚酰胺纤维",
    "聚酰胺纤维 ( 锦纶 ), 聚酰胺纤维",
    "山羊绒（羊绒）, 山羊绒",
    "Cashmere (WS), 山羊绒",
  })
  void takesTwoNamesOfOneFibreForOne(String name, String standard) {
    assertThat(Fibres.onLabel(name).name()).isEqualTo(standard);
    assertThat(Fibres.onReport(name).name()).isEqualTo(standard);
  }

  @ParameterizedTest
  @CsvSource({
    "山羊绒（绵羊毛）, fibre.two-names, 两种不同的纤维",
    "聚酰胺纤维（尼龙）, fibre.trade-name, 聚酰胺纤维",
    "天丝（莱赛尔）, fibre.trade-name, 莱赛尔纤维",
    "棉（xx）, fibre.unknown, 标准名称",
    "棉（）, fibre.unknown, 标准名称",
    "（棉）, fibre.unknown, 标准名称",
  })
  void refusesTwoNamesThatAreNotOneFibre(String name, String code, String words) {
    FieldProblem problem = refusal(name);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.words().zh()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "W, 绵羊毛",
    "WV, 绵羊毛",
    "VI, 粘胶纤维",
    "PC, 聚丙烯腈纤维",
    "MA, 改性聚丙烯腈纤维",
    "EA, 聚氨酯弹性纤维",
  })
  void knowsOlderCodes(String code, String name) {
    assertThat(Fibres.onLabel(code).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CASHMERE", "Cashmere", " cashmere ", "ｃａｓｈｍｅｒｅ", "ws", "ＷＳ", "　山羊绒"})
  void overlooksCaseWidthAndSpaceAround(String name) {
    assertThat(Fibres.onLabel(name).name()).isEqualTo("山羊绒");
  }

  @Test
  void listsEachFibreOnceWithNamesOfItsOwn() {
    Set<String> names = new HashSet<>();
    assertThat(Fibres.all()).hasSize(33).allMatch(fibre -> names.add(fibre.name()));
    assertThat(Fibres.all()).allMatch(fibre -> names.add(fibre.english()));
    assertThat(Fibres.all()).allMatch(fibre -> Fibres.find(fibre.english()) == fibre);
  }

  @ParameterizedTest
  @CsvSource({
    "天丝, 莱赛尔纤维, lyocell",
    "TENCEL, 莱赛尔纤维, lyocell",
    "莱卡, 聚氨酯弹性纤维, elastane",
    "Lycra, 聚氨酯弹性纤维, elastane",
    "人造棉, 粘胶纤维, viscose",
    "尼龙, 聚酰胺纤维, polyamide",
    "抗起球纤维, 聚丙烯腈纤维, acrylic",
    "仿羊绒, 聚丙烯腈纤维, acrylic",
    "羊驼绒, 羊驼毛, alpaca",
    "兔绒, 兔毛, angora",
    "澳毛, 绵羊毛, wool",
    "精梳棉, 棉, cotton",
    "绵羊绒, 绵羊毛, wool",
    "浣熊绒, 兔毛, angora",
    "真丝, 桑蚕丝, tasar",
    "麻, 苎麻, flax",
    "绒, 山羊绒, cashmere",
    "国标绒, 牦牛毛, yak",
    "木浆, 莫代尔纤维, modal",
    "金银丝, 金属镀膜纤维, metallised",
  })
  void refusesATradeNameAndOffersTheStandardOne(String name, String zh, String en) {
    FieldProblem problem = refusal(name);
    assertThat(problem.code()).isEqualTo("fibre.trade-name");
    assertThat(problem.words().zh()).contains(zh);
    assertThat(problem.words().en()).contains(en);
    Problem onReport = catchThrowableOfType(Problem.class, () -> Fibres.onReport(name));
    assertThat(onReport.fields()).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "绵洋毛, 绵羊毛",
    "山羊线, 山羊绒",
    "cashmeer, 山羊绒",
    "kashmir, ''",
    "cotten, 棉",
    "wol, 绵羊毛",
    "polyestr, 聚酯纤维",
    "莱塞尔纤维, 莱赛尔纤维",
    "似羊绒, ''",
    "类山羊绒, ''",
    "疑似羊手, ''",
    "xx, ''",
    "tencell, ''",
    "丝绵, ''",
  })
  void guessesWhatWasMeantWhereOnlyALetterIsWrong(String name, String close) {
    FieldProblem problem = refusal(name);
    assertThat(problem.code()).isEqualTo("fibre.unknown");
    if (close.isEmpty()) {
      assertThat(problem.words()).isEqualTo(FibreTexts.words("fibre.unknown"));
    } else {
      assertThat(problem.words().zh()).contains("“" + close + "”");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "山羊\u200B绒", "山羊绒\u202E", "100%", "<script>", "羊绒 羊毛"})
  void refusesWhatIsNoFibre(String name) {
    assertThat(refusal(name).code()).isEqualTo("fibre.unknown");
  }

  @Test
  void looksAtFortyCharactersOfANameAtMost() {
    assertThat(Fibres.onLabel("wool" + " ".repeat(36)).name()).isEqualTo("绵羊毛");
    assertThat(refusal("wool" + " ".repeat(37)).code()).isEqualTo("fibre.unknown");
    assertThat(refusal("羊".repeat(1_000_000)).code()).isEqualTo("fibre.unknown");
  }

  @Test
  void knowsWoolLikeFibreOnReportsOnly() {
    assertThat(Fibres.onReport("疑似羊毛").kind()).isEqualTo(FibreKind.WOOL_LIKE);
    FieldProblem problem = refusal("疑似羊毛");
    assertThat(problem.code()).isEqualTo("fibre.report-only");
    assertThat(problem.words().zh()).contains("绵羊毛");
  }

  private static FieldProblem refusal(String name) {
    Problem problem = catchThrowableOfType(Problem.class, () -> Fibres.onLabel(name));
    assertThat(problem.fields()).hasSize(1);
    assertThat(problem.fields().getFirst().field()).isEmpty();
    return problem.fields().getFirst();
  }
}
