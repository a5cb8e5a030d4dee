package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The serials are the vectors of the code format.
class ScanTest {
  private static final String SERIAL = "0D26K7YTY8GVZYWZ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0D26K7YTY8GVZYWZ |",
        "0d26-k7yt-y8gv-zywz |",
        "OD26 K7YT Y8GV ZYWZ |",
        "０Ｄ２６Ｋ７ＹＴＹ８ＧＶＺＹＷＺ |",
        "https://ID.EXAMPLE.CN/S/0D26K7YTY8GVZYWZ | /S/",
        "HTTP://localhost:8080/s/0d26k7yty8gvzywz | /S/",
        "https://id.example.cn/S/0D26K7YTY8GVZYWZ/ | /S/",
        "https://ID.EXAMPLE.CN/01/09521234543213/21/0D26K7YTY8GVZYWZ | /01/09521234543213/21/",
        "https://ID.EXAMPLE.CN/01/09521234543213/21/0D26K7YTY8GVZYWZ?S=WS70WO30.01 | /01/09521234543213/21/",
        "https://ID.EXAMPLE.CN/S/0D26K7YTY8GVZYWZ?x=/S/079KWJTC5Q4KV2AE#y | /S/",
        "]Q3https://ID.EXAMPLE.CN/S/0D26K7YTY8GVZYWZ | /S/",
        "]d20D26K7YTY8GVZYWZ |"
      })
  void readsWhatALabelOrAPersonSays(String typed, @Nullable String stem) {
    assertThat(Scan.read(typed))
        .hasValueSatisfying(scan -> {
          assertThat(scan.serial().text()).isEqualTo(SERIAL);
          assertThat(scan.stem()).isEqualTo(stem);
        });
  }

  @Test
  void dropsWhatAWedgeSendsAlong() {
    assertThat(Scan.read("\u0002" + SERIAL + "\r\n")).isPresent();
    assertThat(Scan.read("\u001d]Q1" + SERIAL)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "0D26K7YTY8GVZYWX",
    "https://id.example.cn/0D26K7YTY8GVZYWZ",
    "https://id.example.cn/01/0952123454321/21/0D26K7YTY8GVZYWZ",
    "https://id.example.cn/S/0D26K7YTY8GVZYWX",
    "https://id.example.cn/S/x/0D26K7YTY8GVZYWZ",
    "ftp://id.example.cn/S/0D26K7YTY8GVZYWZ",
    "https:///S/0D26K7YTY8GVZYWZ",
    "weixin",
    "''"
  })
  void readsNothingElse(String typed) {
    assertThat(Scan.read(typed)).isEmpty();
  }

  @Test
  void nothingAndTooMuchAreNoScan() {
    assertThat(Scan.read(null)).isEmpty();
    assertThat(Scan.read("https://id.example.cn/S/" + SERIAL + "?" + "x".repeat(1000))).isEmpty();
  }
}
