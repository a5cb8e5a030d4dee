package cn.zhenrong.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.page.Composition.Declared;
import cn.zhenrong.page.Composition.Part;
import cn.zhenrong.page.Composition.Tested;
import cn.zhenrong.page.Composition.Verdict;
import cn.zhenrong.page.PartView.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartViewTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WITHIN    | 山羊绒标 95，检验报告 95.6，在 GB/T 29862-2013 允差内
          REVIEWED  | 山羊绒标 95，检验报告 95.6，按 GB/T 29862-2013 经协会复核
          BEYOND    | 山羊绒标 95，检验报告 95.6，超出 GB/T 29862-2013 允差
          UNDECIDED | 山羊绒标 95，检验报告 95.6，按 GB/T 29862-2013 尚不能判定
          """)
  void saysTheVerdictOfTheStandardInOneLine(Verdict verdict, String line) {
    Part part = Samples.composition(verdict).parts().getFirst();
    assertThat(PartView.of(part).sentence(Language.ZH, "GB/T 29862-2013").text()).isEqualTo(line);
  }

  @Test
  void keepsTheNameOfTheStandardInOnePiece() {
    Part part = Samples.simple().parts().getFirst();
    assertThat(PartView.of(part).sentence(Language.EN, "GB/T 29862-2013").standard())
        .isEqualTo("GB/T 29862-2013");
  }

  @Test
  void drawsLabelAndReportAsBarsWithTheBandOfTheFirstFibre() {
    PartView view = PartView.of(Samples.simple().parts().getFirst());
    assertThat(view.declaredBar())
        .containsExactly(new Segment("0%", "95%", 1), new Segment("95%", "5%", 2));
    assertThat(view.testedBar())
        .containsExactly(new Segment("0%", "95.6%", 1), new Segment("95.6%", "4.4%", 2));
    assertThat(view.band()).isEqualTo(new PartView.Span("90%", "100%"));
  }

  @Test
  void keepsTheShadeOfAFibreWhateverTheOrderOfTheReport() {
    PartView view =
        PartView.of(
            part(
                List.of(declared("绵羊毛", "52"), declared("腈纶", "48")),
                List.of(new Tested(Wording.same("腈纶"), "51"), tested("绵羊毛", "49"))));
    assertThat(view.testedBar())
        .containsExactly(new Segment("0%", "49%", 1), new Segment("49%", "51%", 2));
  }

  @Test
  void showsAFibreThatWasFoundButNotDeclared() {
    PartView view =
        PartView.of(
            part(List.of(declared("山羊绒", "100")), List.of(tested("山羊绒", "96"), tested("兔毛", "4"))));
    assertThat(view.rows().getLast())
        .isEqualTo(new PartView.Row(Wording.same("兔毛"), 2, null, "4", null, null));
    assertThat(view.testedBar()).hasSize(2);
  }

  @Test
  void aTraceBesideAHundredPercentIsSeenAndSoIsWhatMayBeMissing() {
    PartView view =
        PartView.of(
            part(
                List.of(
                    new Declared(Wording.same("绵羊毛"), "100", new Composition.Band("99.5", "100"))),
                List.of(tested("绵羊毛", "99.6"), new Tested(Wording.same("锦纶"), "0.4", "≤0.5"))));
    assertThat(view.declaredBar()).containsExactly(new Segment("0%", "100%", 1));
    assertThat(view.testedBar())
        .containsExactly(new Segment("0%", "99.6%", 1), new Segment("99.6%", "0.4%", 2));
    assertThat(view.testedBar()).extracting(Segment::isThin).containsExactly(false, true);
    assertThat(view.band()).isEqualTo(new PartView.Span("99.5%", "100%"));
    assertThat(new PartView.Span("99.5%", "100%").lines()).isEmpty();
    assertThat(new PartView.Span("0%", "5.5%").lines()).containsExactly("5.5%");
    assertThat(new PartView.Span("90%", "99%").lines()).containsExactly("90%", "99%");
  }

  @Test
  void saysSoWhenThereIsNothingToCompareWith() {
    PartView view = PartView.of(part(List.of(declared("山羊绒", "100")), List.of()));
    assertThat(view.testedBar()).isEmpty();
    assertThat(view.band()).isNull();
    assertThat(view.sentence(Language.ZH, null).text()).isEqualTo("山羊绒标 100，暂无可对照的检验结果");
  }

  @Test
  void refusesAPartThatDeclaresNothing() {
    assertThatThrownBy(() -> part(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Part part(List<Declared> declared, List<Tested> tested) {
    return new Part(Wording.same(""), declared, tested, Verdict.WITHIN);
  }

  private static Declared declared(String name, String percent) {
    return new Declared(Wording.same(name), percent, null);
  }

  private static Tested tested(String name, String percent) {
    return new Tested(Wording.same(name), percent);
  }
}
