package cn.zhenrong.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain          | plain          | true
          {0}            | first          | false
          {1} and {0}    | {0} and first  | false
          a{0}b{1}c{0}d  | afirstb{0}cfirstd | false
          {x} {12} {     | {x} {12} {     | true
          """)
  void putsArgumentsInAsTheyAre(String pattern, String text, boolean fixed) {
    Phrase phrase = Phrase.of(pattern);
    assertThat(phrase.with("first", "{0}")).isEqualTo(text);
    assertThat(phrase.isFixed()).isEqualTo(fixed);
  }
}
