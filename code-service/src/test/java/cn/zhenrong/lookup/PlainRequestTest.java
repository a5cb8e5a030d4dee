package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRequestTest {
  private static final String ITEM = "/01/09521234543213/21/0D26K7YTY8GVZYWZ";
  private static final String OWN = "/S/0D26K7YTY8GVZYWZ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none | none",
        "none | */*",
        "none | text/html",
        "none | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "S=WS95WO5.123 | */*",
        "S=x&utm=1&&a= | none",
        "from=groupmessage&isappinstalled=0 | text/html",
        "'' | none",
        "lang=en | none",
      })
  void whatACameraSends(@Nullable String query, @Nullable String accept) {
    assertThat(PlainRequest.isPlain(ITEM, query, accept)).isTrue();
    assertThat(PlainRequest.isPlain(OWN, query, accept)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linkType=all",
        "linktype=gs1:pip",
        "a=1;LINKTYPE=x",
        "a&link%54ype=all",
        "17=261231",
        "S=x&10=L",
        "S=x;10=L",
        "%310=L",
        "_=1"
      })
  void aQueryThatMayMeanSomething(String query) {
    assertThat(PlainRequest.isPlain(ITEM, query, null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/linkset+json",
        "text/html;q=0.1,application/json",
        "text/htmlx",
        "application/json,text/html",
        ""
      })
  void anAcceptThatHasToBeRead(String accept) {
    assertThat(PlainRequest.isPlain(ITEM, null, accept)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/01/09521234543213/21/0D26K7YTY8GVZYWZ/",
        "/01/09521234543213/21/0d26k7yty8gvzywz",
        "/01/09521234543213/21/0D26K7YTY8GVZYW",
        "/01/09521234543213/21/0D26-K7YT-Y8GV-ZYWZ",
        "/01/09521234543213/21/UD26K7YTY8GVZYWZ",
        "/01/9521234543213/21/0D26K7YTY8GVZYWZ",
        "/01/09521234543213",
        "/01/09521234543213/10/L/21/0D26K7YTY8GVZYWZ",
        "/s/0D26K7YTY8GVZYWZ",
        "/scan/0D26K7YTY8GVZYWZ",
        "/"
      })
  void aPathThatHasToBeRead(String path) {
    assertThat(PlainRequest.isPlain(path, null, null)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, none, /scan/X",
        "'', none, /scan/X?",
        "a=1, none, /scan/X?a=1",
        "none, en, /scan/X?lang=en",
        "a=1;b, zh-CN, /scan/X?lang=zh&a=1;b",
        "lang=en, zh, /scan/X?lang=en",
        "lang, zh, /scan/X?lang",
        "none, 'fr;q=1,de', /scan/X",
        "none, 'zh;q=0,en;q=0.1', /scan/X?lang=en",
        "none, '***', /scan/X",
      })
  void tellsWhereThePageIs(@Nullable String query, @Nullable String language, String location) {
    assertThat(PlainRequest.location("/scan/X", query, language)).isEqualTo(location);
  }
}
