package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, none",
        "'', none",
        "S=a, a",
        "S=a&S=b, a",
        "x=1&S=a, a",
        "S, ''",
        "S=, ''",
        "SS=a&s=b, none",
        "S=a=b, a=b",
        "S=%61+%20%e4%BD%a0, a  你",
        "x=%zz&S=a, a",
        "S=100%, 100%",
        "&&S=a, a",
        "=S, none",
      })
  void readsTheFirstOfAName(@Nullable String query, @Nullable String value) {
    assertThat(Query.first(query, "S")).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, none",
        "linkType=a, a",
        "linktype=a&linkType=b, a",
        "x=1;LINKTYPE=a, a",
        "link%54ype=gs1%3Apip, gs1:pip",
        "linkType, ''",
        "linkTypes=a, none",
        "x=%zz&linkType=100%, 100%",
      })
  void readsTheFirstOfANameInAnyCase(@Nullable String query, @Nullable String value) {
    assertThat(Query.firstOfAnyCase(query, "linkType")).isEqualTo(value);
  }
}
