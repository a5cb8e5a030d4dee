package cn.zhenrong.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyStatusTest {
  @ParameterizedTest
  @CsvSource({
    "CURRENT, true, CLOSING COMPROMISED",
    "CLOSING, true, RETIRED COMPROMISED",
    "RETIRED, false, COMPROMISED",
    "COMPROMISED, false, ''",
  })
  void neverGoesBack(KeyStatus status, boolean signs, String ways) {
    List<String> allowed =
        Arrays.stream(KeyStatus.values()).filter(status::mayBecome).map(KeyStatus::name).toList();
    assertThat(String.join(" ", allowed)).isEqualTo(ways);
    assertThat(status.signs()).isEqualTo(signs);
  }
}
