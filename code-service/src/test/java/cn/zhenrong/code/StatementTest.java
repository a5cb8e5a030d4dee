package cn.zhenrong.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
  @ParameterizedTest
  @CsvSource({
    "WS 70 WO 30, WS70WO30",
    "WO 30 WS 70, WS70WO30",
    "WS 30.5 WO 69.5, WO69-5WS30-5",
    "WS 100.0, WS100",
    "WO 50 PAN 50, WO50PAN50",
    "PAN 50 WO 50.0, PAN50WO50",
    "WS 99.5 EL 0.5, WS99-5EL0-5",
    "CMD 40 WO 30 PA 20 EL 10, CMD40WO30PA20EL10",
    "WO 33.3 PAN 33.3 PES 33.40, PES33-4WO33-3PAN33-3",
    "WO 35.5 PAN 33.5 PES 31.00, WO35-5PAN33-5PES31",
  })
  void writesCodesAndPercentsInDescendingOrder(String shares, String text) {
    assertThat(Statement.of(shares(shares))).map(Statement::text).contains(text);
  }

  @Test
  void isMissingForAFibreWithoutACode() {
    List<Statement.Share> shares =
        List.of(
            new Statement.Share("WS", new BigDecimal("70")),
            new Statement.Share(null, new BigDecimal("30")));
    assertThat(Statement.of(shares)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WO 33.33 PAN 66.67",
        "WO 25 PAN 25 PES 25 CMD 15 CLY 9.5",
        "WO 100.5",
        "WO 0 WS 100",
        "WO -5 WS 105",
      })
  void isMissingWhereItCannotBeWritten(String shares) {
    assertThat(Statement.of(shares(shares))).isEmpty();
  }

  @Test
  void hasTwentyFourCharactersAtMost() {
    assertThat(Statement.of(shares("WO 25 PAN 25 PES 25 CMD 15 CLY 10")).orElseThrow().text())
        .hasSize(24);
    assertThat(Statement.of(shares("WO 25 PAN 25 PES 25 CMD 15 CLY 9.5"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "WS", "100", "WS070", "WS101", "WS100-5", "WS70-0", "WS0", "ws70", "W70", "WS70/",
        "WS70-55"
      })
  void refusesJunk(String text) {
    assertThat(Statement.read(text)).isEmpty();
    assertThatThrownBy(() -> new Statement(text)).isInstanceOf(Problem.class);
  }

  private static List<Statement.Share> shares(String words) {
    String[] word = words.split(" ", -1);
    return java.util.stream.IntStream.range(0, word.length / 2)
        .mapToObj(i -> new Statement.Share(word[2 * i], new BigDecimal(word[2 * i + 1])))
        .toList();
  }
}
