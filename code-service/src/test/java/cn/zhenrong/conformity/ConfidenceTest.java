package cn.zhenrong.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A rule or number known from memory never decides, whichever it is.
class ConfidenceTest {
  private static final List<List<String>> RULES = Table.read(RuleData.class, "rules.tsv", 8);
  private static final List<List<String>> LIMITS = Table.read(RuleData.class, "limits.tsv", 8);

  static List<List<String>> cases() {
    return List.of(
        List.of("绵羊毛 100", "绵羊毛 100"),
        List.of("山羊绒 100", "山羊绒 96, 绵羊毛 4"),
        List.of("山羊绒 100", "山羊绒 94, 绵羊毛 6"),
        List.of("山羊绒 100", "山羊绒 96, 兔毛 4"),
        List.of("山羊绒 100 (装饰纤维除外)", "山羊绒 97, 金属纤维 3"),
        List.of("绵羊毛 100", "绵羊毛 98, 锦纶 2"),
        List.of("绵羊毛 100", "绵羊毛 97, 山羊绒 3"),
        List.of("棉 60, 锦纶 40", "棉 64, 锦纶 36"),
        List.of("棉 60, 锦纶 40", "棉 66, 锦纶 34"),
        List.of("棉 97, 锦纶 3", "棉 100"),
        List.of("棉 60, 锦纶 40", "棉 59.7, 锦纶 40, 氨纶 0.3"),
        List.of("棉 60, 锦纶 40", "棉 59, 锦纶 40, 氨纶 1"),
        List.of("锦纶 40, 棉 60", "棉 60, 锦纶 40"),
        List.of("棉 95, 其他纤维 5", "棉 95, 锦纶 5"),
        List.of("棉 84, 其他纤维 16", "棉 84, 锦纶 16"),
        List.of("山羊绒 80, 桑蚕丝 20", "山羊绒 77, 桑蚕丝 20, 疑似羊毛 3"),
        List.of("填充物: 棉 79, 锦纶 21", "填充物: 棉 72, 锦纶 28"),
        List.of("填充物: 棉 80, 锦纶 20", "填充物: 棉 70, 锦纶 30"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingFromMemoryPassesOrFails(List<String> one) {
    Conformity nothingKnown = with(memory(RULES, 3), LIMITS);
    Conformity noNumberKnown = with(RULES, memory(LIMITS, 5));
    Verdict byRules = judge(nothingKnown, one);
    assertThat(byRules.parts().getFirst().findings())
        .isNotEmpty()
        .allMatch(f -> f.outcome() == Outcome.REVIEW)
        .allMatch(f -> f.words().en().contains("could not be read"));
    for (Finding finding : judge(noNumberKnown, one).parts().getFirst().findings()) {
      if (finding.allowed() != null) {
        assertThat(finding.outcome()).isEqualTo(Outcome.REVIEW);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRuleThatIsNotBuiltIsNamedForReview(List<String> one) {
    Verdict verdict = judge(with(withoutDecidingRules(), LIMITS), one);
    assertThat(verdict.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(verdict.parts().getFirst().findings())
        .isNotEmpty()
        .allMatch(f -> f.words().zh().contains(f.rule()));
  }

  @ParameterizedTest(name = "{0}: {1} / {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          T7  | 山羊绒 100 (装饰纤维除外) | 山羊绒 95, 金属纤维 5 | PASS
          T7  | 山羊绒 100 (装饰纤维除外) | 山羊绒 94.9, 金属纤维 5.1 | FAIL
          T7  | 绵羊毛 100 (粗纺，装饰纤维除外) | 绵羊毛 93, 金属纤维 7 | PASS
          T7  | 绵羊毛 100 (粗纺，装饰纤维除外) | 绵羊毛 92.9, 金属纤维 7.1 | FAIL
          T7  | 绵羊毛 100 (粗梳，装饰纤维除外) | 绵羊毛 94, 金属纤维 6 | PASS
          T8  | 填充物: 棉 79, 锦纶 21 | 填充物: 棉 69, 锦纶 31 | PASS
          T8  | 填充物: 棉 79, 锦纶 21 | 填充物: 棉 68.9, 锦纶 31.1 | FAIL
          T11 | 山羊绒 80, 桑蚕丝 20 | 山羊绒 76, 桑蚕丝 20, 疑似羊毛 4 | PASS
          T12 | 绵羊毛 100 | 绵羊毛 97, 山羊绒 3 | PASS
          T11 | 山羊绒 80, 桑蚕丝 20 | 山羊绒 76, 桑蚕丝 19.9, 疑似羊毛 4.1 | FAIL
          """)
  void onceReadItDecidesByChangingTheDataOnly(
      String rule, String label, String report, Outcome outcome) {
    List<List<String>> rules = replaced(RULES, rule, 3);
    List<List<String>> limits = replaced(LIMITS, rule, 5);
    assertThat(judge(with(rules, limits), List.of(label, report)).outcome()).isEqualTo(outcome);
    assertThat(judge(new Conformity(), List.of(label, report)).outcome()).isEqualTo(Outcome.REVIEW);
  }

  @Test
  void theShippedDataMarksWhatIsKnownFromMemory() {
    assertThat(RULES)
        .filteredOn(row -> row.getFirst().equals(Garments.SET) && row.get(3).equals("memory"))
        .extracting(row -> row.get(1))
        .containsExactlyInAnyOrder("T11", "T12", "U1");
    assertThat(LIMITS)
        .filteredOn(row -> row.getFirst().equals(Garments.SET) && row.get(5).equals("memory"))
        .extracting(row -> row.get(1) + " " + row.get(2))
        .containsExactlyInAnyOrder(
            "T7 share", "T7 woollen-share", "T8 points-above", "T11 percent-of-declared");
  }

  private static List<List<String>> memory(List<List<String>> rows, int column) {
    return rows.stream().map(row -> changed(row, column, "memory")).toList();
  }

  private static List<List<String>> withoutDecidingRules() {
    return RULES.stream().filter(row -> row.get(1).matches("T15|V0")).toList();
  }

  private static List<List<String>> replaced(List<List<String>> rows, String rule, int column) {
    return rows.stream()
        .map(row -> row.get(1).equals(rule) ? changed(row, column, "confirmed") : row)
        .toList();
  }

  private static List<String> changed(List<String> row, int column, String value) {
    List<String> changed = new ArrayList<>(row);
    changed.set(column, value);
    return changed;
  }

  private static Conformity with(List<List<String>> rules, List<List<String>> limits) {
    // Sums are an input convention, not a rule of a standard.
    List<List<String>> sound =
        limits.stream()
            .map(row -> row.get(1).equals("T15") ? changed(row, 5, "engineering") : row)
            .toList();
    return new Conformity(RuleData.of(rules, sound));
  }

  private static Verdict judge(Conformity conformity, List<String> one) {
    return conformity.judge(
        Garments.SET, Garments.label(one.getFirst()), Garments.report(one.get(1)));
  }
}
