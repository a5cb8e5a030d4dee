package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedTest {
  @ParameterizedTest
  @CsvSource({
    "0.83456, 0.835",
    "3.849, 3.85",
    "12.34, 12.3",
    "999.4, 999",
    "1000.4, 1000",
    "33695.9, 33696",
    "1384974.6, 1384975",
    "0, 0.0"
  })
  void keepsThreeDigitsAndAllBeforeThePoint(double number, String written) {
    assertThat(Rounded.of(number)).hasToString(written);
  }
}
