package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.scan.CloneRuleBook.RuleWords;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloneRuleBookTest {
  private static final CloneTable RULES = CloneTable.shipped(CloneRuleBook.RULES);
  private static final CloneTable THRESHOLDS = CloneTable.shipped(CloneRuleBook.THRESHOLDS);

  @ParameterizedTest
  @EnumSource
  void everyRuleSaysFactsInBothLanguagesAndNeverCounterfeit(CloneRule rule) {
    RuleWords words = new CloneRuleBook().words(rule);
    for (var text : List.of(words.name(), words.fact(), words.why())) {
      assertThat(text.zh()).isNotBlank().doesNotContain("假", "仿冒");
      assertThat(text.en()).isNotBlank().doesNotContainIgnoringCase("counterfeit", "fake");
    }
    assertThat(words.fact().zh()).contains("{1}", "{2}");
    assertThat(words.fact().en()).contains("{1}", "{2}");
  }

  @Test
  void onlyRulesThatSpeakOfACopyAreOnThePage() {
    CloneRuleBook book = new CloneRuleBook();

    assertThat(Stream.of(CloneRule.values()).filter(rule -> book.words(rule).onPage()))
        .containsExactly(
            CloneRule.IMPOSSIBLE_TRAVEL, CloneRule.TOO_MANY_DEVICES, CloneRule.TWO_OPENINGS);
  }

  @Test
  void everyRuleHasABitOfItsOwn() {
    assertThat(Stream.of(CloneRule.values()).mapToInt(CloneRule::bit))
        .containsExactly(1, 2, 4, 8, 16, 32, 64);
  }

  @Test
  void provincesKeepTheirBits() {
    assertThat(ProvinceSet.bits(List.of(Province.BEIJING, Province.TIANJIN, Province.BEIJING)))
        .isEqualTo(3);
    assertThat(ProvinceSet.bits(List.of(Province.XINJIANG))).isEqualTo(1L << 30);
    assertThat(ProvinceSet.bits(List.of(Province.ABROAD))).isEqualTo(1L << 34);
    assertThat(ProvinceSet.of(1L << 34 | 1)).containsExactly(Province.BEIJING, Province.ABROAD);
  }

  @Test
  void aRuleWithoutWordsOrThresholdStopsTheStart() {
    assertThatThrownBy(() -> book(without(RULES, CloneRule.TWO_OPENINGS), THRESHOLDS))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("clone_rules.tsv")
        .hasMessageContaining("has no line for TWO_OPENINGS");
    assertThatThrownBy(() -> book(RULES, without(THRESHOLDS, CloneRule.PROBING)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("clone_thresholds.tsv")
        .hasMessageContaining("has no line for PROBING");
    CloneTable twice = table(Stream.concat(text(RULES), text(RULES)));
    assertThatThrownBy(() -> book(twice, THRESHOLDS))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("line 8: it is the second line for its rule");
    CloneTable maybe = table(text(RULES).map(line -> line.replace("\tyes\t", "\tmaybe\t")));
    assertThatThrownBy(() -> book(maybe, THRESHOLDS))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("neither yes nor no");
  }

  private static CloneRuleBook book(CloneTable rules, CloneTable thresholds) {
    return new CloneRuleBook(rules, thresholds, Map.of());
  }

  private static CloneTable without(CloneTable table, CloneRule rule) {
    return table(table.name(), text(table).filter(line -> !line.startsWith(rule.name())));
  }

  private static CloneTable table(Stream<String> lines) {
    return table("a table", lines);
  }

  private static CloneTable table(String name, Stream<String> lines) {
    return CloneTable.of(name, "put it right", lines.collect(Collectors.joining("\n")));
  }

  private static Stream<String> text(CloneTable table) {
    return table.lines().stream().map(line -> String.join("\t", line.cells()));
  }
}
