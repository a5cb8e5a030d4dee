package cn.zhenrong.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
  @ParameterizedTest
  @ValueSource(strings = {"09506000134352", "06901234567892", "09521234543213"})
  void knowsTheCheckDigitsPublishedByOthers(String digits) {
    assertThat(Gtin.read(digits)).contains(new Gtin(digits));
  }

  @ParameterizedTest
  @CsvSource({
    "0690123456789, gtin.syntax",
    "6901234567892, gtin.syntax",
    "006901234567892, gtin.syntax",
    "0690123456789X, gtin.syntax",
    "０６９０１２３４５６７８９２, gtin.syntax",
    "06901234567891, gtin.check-digit",
    "09601234567892, gtin.check-digit",
  })
  void refusesBadSyntax(String text, String code) {
    assertThat(Gtin.read(text)).isEmpty();
    assertThatThrownBy(() -> new Gtin(text))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(codes(problem)).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "0019, true",
    "0020, false",
    "0029, false",
    "0030, true",
    "0039, true",
    "0040, false",
    "0049, false",
    "0050, false",
    "0059, false",
    "0060, true",
    "0199, true",
    "0200, false",
    "0299, false",
    "0300, true",
    "0949, true",
    "0950, false",
    "0951, true",
    "0952, false",
    "0953, true",
    "0979, true",
    "0980, false",
    "0999, false",
    "00000001, false",
    "00000000, false",
    "00000010, true",
    "0690, true",
    "1690, false",
    "9690, false",
  })
  void issuesOnlyUnderPrefixesThatAreUniqueInTheWorld(String start, boolean welcome) {
    String digits = completed(start);
    assertThat(Gtin.read(digits)).isPresent();
    assertThat(isIssued(digits, false)).isEqualTo(welcome);
  }

  @ParameterizedTest
  @CsvSource({"0950, true", "0952, true", "0020, false", "0980, false", "1952, false"})
  void demoModeOpensTheDemonstrationPrefixesOnly(String start, boolean welcome) {
    assertThat(isIssued(completed(start), true)).isEqualTo(welcome);
  }

  @Test
  void saysWhichRuleWasBrokenWithoutTheNumber() {
    assertThatThrownBy(() -> Gtin.forIssue(completed("0020"), false))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              FieldProblem field = problem.fields().getFirst();
              assertThat(field.field()).isEqualTo("gtin");
              assertThat(field.code()).isEqualTo("gtin.prefix");
              assertThat(field.words().zh()).isNotBlank().doesNotContain("0020");
            });
  }

  private static boolean isIssued(String digits, boolean demo) {
    try {
      return Gtin.forIssue(digits, demo).digits().equals(digits);
    } catch (Problem problem) {
      assertThat(codes(problem)).isEqualTo("gtin.prefix");
      return false;
    }
  }

  private static String codes(Problem problem) {
    return problem.fields().getFirst().code();
  }

  private static String completed(String start) {
    String body = start + "2345678901".substring(0, 13 - start.length());
    for (int check = 0; check <= 9; check++) {
      if (Gtin.read(body + check).isPresent()) {
        return body + check;
      }
    }
    throw new AssertionError("no check digit fits");
  }
}
