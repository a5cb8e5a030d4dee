package cn.zhenrong.fibre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhenrong.fibre.RawPart.RawDiameter;
import cn.zhenrong.fibre.RawPart.RawShare;
import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a part may tell beside its fibres.
class PartFactsTest {
  @Test
  void readsTrimSurfaceAndFinenessAndWritesThemBack() {
    RawDiameter fine = new RawDiameter("15.80", "2.1", "21");
    RawPart raw = part("袖口", true, "12.50", fine);
    Part part = Measured.of(List.of(raw)).parts().getFirst();
    assertThat(part.facts())
        .isEqualTo(
            new PartFacts(
                true,
                new BigDecimal("12.5"),
                new Diameter(new BigDecimal("15.8"), new BigDecimal("2.1"), new BigDecimal("21"))));
    RawPart written = part.raw();
    assertThat(written).isEqualTo(part("袖口", true, "12.5", new RawDiameter("15.8", "2.1", "21")));
    assertThat(Measured.of(List.of(written)).parts().getFirst()).isEqualTo(part);
  }

  @Test
  void knowsNothingOfAPartThatTellsNothing() {
    Part part = Composition.of(List.of(part("大身", null, null, null))).main();
    assertThat(part.facts()).isSameAs(PartFacts.NONE);
    assertThat(part.raw()).isEqualTo(part("大身", null, null, null));
    assertThat(Composition.of(List.of(part("大身", false, null, null))).main().facts().trim())
        .isFalse();
  }

  @Test
  void keepsTheFiguresAReportGives() {
    Part part =
        Measured.of(List.of(part("大身", null, null, new RawDiameter(null, "0", null))))
            .parts()
            .getFirst();
    assertThat(part.facts().diameter()).isEqualTo(new Diameter(null, new BigDecimal("0"), null));
    assertThat(part.raw().diameter()).isEqualTo(new RawDiameter(null, "0", null));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, true",
    "15, true",
    "15.0, true",
    "１５, true",
    "100, true",
    "0, false",
    "100.1, false",
    "12.55, false",
    "-1, false",
    "'', false",
    "12 %, false",
    "000000000000000000015, false"
  })
  void aShareOfTheSurfaceIsANumber(String surface, boolean sound) {
    assertThat(problems(part("大身", null, surface, null), true).isEmpty()).isEqualTo(sound);
    assertThat(problems(part("大身", null, surface, null), false))
        .containsExactlyElementsOf(sound ? List.of() : List.of("[0].surface part.surface"));
  }

  @Test
  void allSurfacesComeToNoMoreThanAHundred() {
    List<RawPart> whole = List.of(part("大身", null, "85", null), part("袖口", true, "15", null));
    assertThat(Composition.of(whole).parts()).hasSize(2);
    List<RawPart> more = List.of(part("大身", null, "85", null), part("袖口", true, "15.1", null));
    Problem problem = catchThrowableOfType(Problem.class, () -> Composition.of(more));
    assertThat(problem.fields())
        .extracting(FieldProblem::field, FieldProblem::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("[1].surface", "part.surface.sum"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0.01, 0, 0, -",
        "100, 100, 100, -",
        "0, -, -, mean",
        "100.01, -, -, mean",
        "15.555, -, -, mean",
        "-, 100.01, -, over30",
        "-, x, -, over30",
        "-, -, 100.01, cv",
        "-, -, -1, cv",
      })
  void finenessIsThreeNumbers(
      @Nullable String mean, @Nullable String over30, @Nullable String cv, @Nullable String bad) {
    assertThat(problems(part("大身", null, null, new RawDiameter(mean, over30, cv)), true))
        .containsExactlyElementsOf(
            bad == null ? List.of() : List.of("[0].diameter." + bad + " part.diameter"));
  }

  @Test
  void aLabelSaysNothingOfFineness() {
    assertThat(problems(part("大身", null, null, new RawDiameter("15", null, null)), false))
        .containsExactly("[0].diameter part.diameter.label");
  }

  private static RawPart part(
      String name,
      @Nullable Boolean trim,
      @Nullable String surface,
      @Nullable RawDiameter diameter) {
    return new RawPart(name, List.of(new RawShare("山羊绒", "100")), null, trim, surface, diameter);
  }

  private static List<String> problems(RawPart part, boolean report) {
    try {
      if (report) {
        Measured.of(List.of(part));
      } else {
        Composition.of(List.of(part));
      }
      return List.of();
    } catch (Problem problem) {
      return problem.fields().stream().map(f -> f.field() + " " + f.code()).toList();
    }
  }
}
