package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.scan.CloneRuleBook.RuleWords;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CloneRuleBookTest {
  private static final List<String> RULES = CloneTables.lines(CloneTables.RULES);
  private static final List<String> THRESHOLDS = CloneTables.lines(CloneTables.THRESHOLDS);

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TOO_MANY_DEVICES,33,-,72,-,-,- | can never mean anything",
        "TOO_MANY_DEVICES,1,-,72,-,-,- | can never mean anything",
        "TOO_MANY_DEVICES,16,-,-,-,-,- | can never mean anything",
        "IMPOSSIBLE_TRAVEL,3,2,168,120,-,700 | can never mean anything",
        "IMPOSSIBLE_TRAVEL,3,2,168,120,500,- | can never mean anything",
        "IMPOSSIBLE_TRAVEL,4,9,168,120,500,700 | can never mean anything",
        "TWO_OPENINGS,2,-,24,-,800,- | can never mean anything",
        "ONE_DEVICE_MANY_CODES,1001,-,24,-,-,- | can never mean anything",
        "VERIFIED_AFTER_VOID,2,-,-,60,-,- | can never mean anything",
        "PROBING,0,-,1,-,-,- | can never mean anything",
        "PROBING,many,-,1,-,-,- | no number from 0 to 100000 in column 2",
        "PROBING,20,-,99999,-,-,- | no number from 0 to 8784 in column 4",
        "PROBING,20,-,1 | not 7 filled columns",
        "GUESSING,20,-,1,-,-,- | names a rule nobody knows: GUESSING"
      })
  void aThresholdThatMakesNoSenseStopsTheStart(String line, String words) {
    List<String> lines =
        Stream.concat(THRESHOLDS.stream(), Stream.of(line.replace(',', '\t'))).toList();

    assertThatThrownBy(() -> new CloneRuleBook(RULES, lines))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("clone_thresholds.tsv")
        .hasMessageContaining(words);
  }

  @Test
  void aRuleWithoutWordsOrThresholdStopsTheStart() {
    assertThatThrownBy(() -> new CloneRuleBook(RULES.subList(1, RULES.size()), THRESHOLDS))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("has no line for VERIFIED_BEFORE_ACTIVATION");
    assertThatThrownBy(() -> new CloneRuleBook(RULES, THRESHOLDS.subList(0, THRESHOLDS.size() - 1)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("has no line for PROBING");
    List<String> twice = Stream.concat(RULES.stream(), RULES.stream()).toList();
    assertThatThrownBy(() -> new CloneRuleBook(twice, THRESHOLDS))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("two lines");
    List<String> maybe = RULES.stream().map(line -> line.replace("\tyes\t", "\tmaybe\t")).toList();
    assertThatThrownBy(() -> new CloneRuleBook(maybe, THRESHOLDS))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("neither yes nor no");
  }
}
