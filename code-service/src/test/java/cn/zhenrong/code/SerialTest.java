package cn.zhenrong.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialTest {
  private static final String TEXT = "0D26K7YTY8GVZYWZ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0D26K7YTY8GVZYWZ",
        "0d26k7yty8gvzywz",
        "0D26-K7YT-Y8GV-ZYWZ",
        " 0D26 K7YT Y8GV ZYWZ ",
        "OD26K7YTY8GVZYWZ",
        "oD26K7YTY8GVZYWZ",
        "０Ｄ２６Ｋ７ＹＴＹ８ＧＶＺＹＷＺ",
        "0D26\u3000K7YT\u3000Y8GV\u3000ZYWZ",
        "0D26\u2010K7YT\u2011Y8GV\uFF0DZYWZ",
        "0D26\u2013K7YT\u2014Y8GV\u2212ZYWZ",
        "0D26\u00A0K7YT\u2009Y8GV\tZYWZ\r\n",
      })
  void readsWhatAPersonMayType(String typed) {
    assertThat(Serial.read(typed)).contains(new Serial(TEXT));
  }

  @Test
  void readsIAndLAsOne() {
    Serial withOne = new Serial("0100000000000004");
    assertThat(Serial.read("OIOOOOOOOOOOOOO4")).contains(withOne);
    assertThat(Serial.read("0l00000000000004")).contains(withOne);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0D26K7YTY8GVZYW",
        "0D26K7YTY8GVZYWZ0",
        "0D26K7YTY8GVZYWX",
        "UD26K7YTY8GVZYWZ",
        "0D26K7YTY8GVZYW!",
        "0D26_K7YT_Y8GV_ZYWZ",
        "0D26K7YTY8GVZYW\uD835\uDC19x",
        "真绒真绒真绒真绒真绒真绒真绒真绒",
        "\uD800D26K7YTY8GVZYWZ",
      })
  void refusesWhatIsNotASerial(String typed) {
    assertThat(Serial.read(typed)).isEmpty();
  }

  @Test
  void looksAtSixtyFourCharactersAtMost() {
    assertThat(Serial.read(TEXT + " ".repeat(48))).isPresent();
    assertThat(Serial.read(TEXT + " ".repeat(49))).isEmpty();
  }

  /// Whatever a request may carry, reading ends in an answer and never in an exception.
  @Test
  void answersAnyText() {
    String signs = "0129AZIOLUiolu -\u3000\u2010\uFF0D\uFDFA\u0130\u00DF\uD800\uDC00.S=?/\u0000";
    SplittableRandom random = new SplittableRandom(9);
    long read = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(70); k > 0; k--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      read += Serial.read(text.toString()).isPresent() ? 1 : 0;
      assertThat(SignatureToken.read(text.toString())).isEmpty();
    }
    assertThat(read).isLessThan(50);
  }

  @ParameterizedTest
  @CsvSource({
    "0D26K7YTY8GVZYW, serial.syntax",
    "0d26k7yty8gvzywz, serial.syntax",
    "0D26K7YTY8GVZYWU, serial.syntax",
    "0D26K7YTY8GVZYWX, serial.check-symbol",
  })
  void constructorRefusesAllButTheWrittenForm(String text, String code) {
    assertThatThrownBy(() -> new Serial(text))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.fields()).singleElement().extracting("code").isEqualTo(code);
              assertThat(problem.getMessage()).doesNotContain(text);
            });
  }

  @Test
  void tellsEpochAndHumanForm() {
    assertThat(new Serial(TEXT).epoch()).isZero();
    assertThat(new Serial(TEXT).human()).isEqualTo("0D26-K7YT-Y8GV-ZYWZ");
    assertThat(Serial.read("Z00000000000000" + checkOf("Z00000000000000")).orElseThrow().epoch())
        .isEqualTo(31);
  }

  private static char checkOf(String fifteen) {
    return (char) Crockford.symbol(CheckSymbol.of(fifteen.getBytes(StandardCharsets.US_ASCII), 0));
  }
}
