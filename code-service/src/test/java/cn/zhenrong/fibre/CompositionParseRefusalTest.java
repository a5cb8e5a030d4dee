package cn.zhenrong.fibre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositionParseRefusalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // names and numbers that do not pair
        "95/5 羊绒/羊毛                       | pairs",
        "羊绒/羊毛 95/5                       | pairs",
        "95 5 cashmere wool                   | pairs",
        "95%山羊绒 绵羊毛5%                   | pairs",
        "95%山羊绒 绵羊毛                     | pairs",
        "山羊绒 95% 绵羊毛                    | pairs",
        "95%                                  | pairs",
        "大身95%山羊绒5%绵羊毛                | parts",
        "cashmere 95,5% wool 4,5%             | pairs",
        "cashmere, 95% wool, 5%               | pairs",
        "95%, cashmere 5%, wool               | pairs",
        "约95%山羊绒                          | parts",
        "羊绒95%山羊绒                        | pairs",
        "山羊绒95..5%                         | pairs",
        "1,000 wool                           | pairs",
        // a single name without a number
        "羊绒                                 | percent-missing",
        "羊绒含量                             | percent-missing",
        "大身：羊绒；罗纹：100%棉             | percent-missing",
        "羊绒 羊毛                            | percent-missing",
        // pure with something else
        "纯羊绒95%                            | pure",
        "95% pure cashmere 5% wool            | pure",
        "100%纯羊绒 0%羊毛                    | pure",
        "全羊毛 100.5                         | pure",
        // signs that mean nothing here
        "-5% wool                             | character",
        "山羊绒≥95%                          | character",
        "山羊绒95%±3                         | character",
        "95%%山羊绒                           | character",
        "%95 山羊绒                           | character",
        "95%(abc) 5%绵羊毛                    | character",
        "95%(山羊绒 5%绵羊毛                  | character",
        "山羊绒100%(绵羊毛)                   | pairs",
        "<script>                             | character",
        "100%😀                               | character",
        "'95%\u200B山羊绒'                    | character",
        "'95%\u202E山羊绒'                    | character",
        "100%山羊绒（a）；（b）               | character",
        // parts
        "95%山羊绒，5%绵羊毛，罗纹：100%棉    | parts",
        "山羊绒95 绵羊毛5 罗纹：棉100         | parts",
        "大身：山羊绒95 绵羊毛5 罗纹：棉100   | parts",
        "大身：95%山羊绒 5%绵羊毛 罗纹：100%棉 | parts",
        "大身：：100%棉                       | parts",
        "：100%棉                             | parts",
        "95：5                                | parts",
        "95:5 cashmere:wool                   | parts",
        "山羊绒:绵羊毛 95:5                   | parts",
        "大身95%山羊绒5%绵羊毛；罗纹100%棉    | pairs",
      })
  void saysHowToWriteWhatItCannotRead(String text, String why) {
    FieldProblem problem = one(text);
    assertThat(problem.code()).isEqualTo("composition.syntax");
    assertThat(problem.field()).isEmpty();
    assertThat(problem.words()).isEqualTo(FibreTexts.words("composition.syntax." + why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                              | composition.empty",
        "' '                             | composition.empty",
        "；；                            | composition.empty",
        "，                              | composition.empty",
        "大身：                          | composition.empty",
        "大身：；罗纹：100%棉            | composition.empty",
        "95%山羊绒                       | composition.sum",
        "95%山羊绒 6%绵羊毛              | composition.sum",
        "大身：100%羊绒；100%棉          | composition.sum",
        "95.55%山羊绒 4.45%绵羊毛        | composition.decimals",
        "100%山羊绒 0%绵羊毛             | percent.range",
        "1000%山羊绒                     | percent.range",
        ".5%山羊绒 99.5%棉               | percent.syntax",
        "9.5.5%山羊绒                    | percent.syntax",
        "111111111111111111111111111111%棉 | percent.syntax",
        "1e2 wool                        | fibre.unknown",
        "95%以上山羊绒                   | fibre.unknown",
        "50%羊绒 混纺 50%棉              | fibre.unknown",
        "100%羊绒羊毛                    | fibre.unknown",
        "100%天丝                        | fibre.trade-name",
        "50%wool 50%Tencel               | fibre.trade-name",
        "纯绵羊绒                        | fibre.trade-name",
        "100%疑似羊毛                    | fibre.report-only",
        "50%羊绒 50%Cashmere             | composition.duplicate-fibre",
        "大身：100%棉；大身：100%棉      | composition.duplicate-part",
        "100%棉；大身：100%棉            | composition.duplicate-part",
        "纯羊绒（羊毛5%）                | part.note",
        "100%山羊绒（绵羊毛）            | fibre.two-names",
        "100%聚酰胺纤维（尼龙）          | fibre.trade-name",
        "60%棉 40%（尼龙）               | fibre.trade-name",
        "棉60% 聚酰胺纤维40%（尼龙）     | composition.syntax",
        "袖\u200B口：100%棉              | text.control-characters",
      })
  void checksWhatItReads(String text, String code) {
    assertThat(problem(text).fields())
        .allMatch(field -> field.field().isEmpty())
        .extracting(FieldProblem::code)
        .contains(code);
  }

  @Test
  void saysWhichPartAndFibreItMeans() {
    assertThat(words("100%天丝")).startsWith("第 1 种纤维：");
    assertThat(words("50%羊绒 50%天丝")).startsWith("第 2 种纤维：");
    assertThat(words("大身：纯羊绒；罗纹：50%棉 50%天丝")).startsWith("第 2 个部位，第 2 种纤维：");
    assertThat(one("大身：纯羊绒；罗纹：50%棉 50%天丝").words().en()).startsWith("Part 2, fibre 2: ");
    assertThat(words("大身：纯羊绒；罗纹：50%棉")).startsWith("第 2 个部位，同一部位");
    assertThat(words("50%棉")).startsWith("同一部位");
    assertThat(problem("天丝50 莱卡50").fields()).hasSize(2);
  }

  @Test
  void saysThatAPartsNameIsTooLongAndNotTheText() {
    assertThat(words("袖".repeat(41) + "：100%棉")).isEqualTo("部位名称最多 40 个字符");
    assertThat(words("100%棉（" + "注".repeat(101) + "）")).isEqualTo("附注最多 100 个字符");
  }

  @Test
  void reads1000CharactersAtMost() {
    assertThat(Composition.parse("100%棉" + " ".repeat(995)).chinese()).isEqualTo("棉100%");
    assertThat(one("100%棉" + " ".repeat(996)).code()).isEqualTo("text.too-long");
    assertThat(one("\uFDFA".repeat(1000)).code()).isEqualTo("composition.syntax");
  }

  @Test
  void refusesTwentyOnePartsAndTwentyOneFibres() {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < 21; i++) {
      parts.append("部位").append(i).append("：100%棉；");
    }
    assertThat(one(parts.toString()).code()).isEqualTo("composition.too-many-parts");
    assertThat(one("棉 1 ".repeat(21)).code()).isEqualTo("composition.too-many-fibres");
    assertThat(problem("棉 5 ".repeat(20)).fields()).hasSize(19);
  }

  private static String words(String text) {
    return one(text).words().zh();
  }

  private static FieldProblem one(String text) {
    List<FieldProblem> fields = problem(text).fields();
    assertThat(fields).hasSize(1);
    return fields.getFirst();
  }

  private static Problem problem(String text) {
    return catchThrowableOfType(Problem.class, () -> Composition.parse(text));
  }
}
