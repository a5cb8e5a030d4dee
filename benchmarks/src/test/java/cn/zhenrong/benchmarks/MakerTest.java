package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.Gtin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MakerTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 54_321, 1_700_000_099_999L})
  void makesGtinsTheServiceAccepts(long number) {
    String gtin = Maker.gtin(number);

    assertThat(gtin).startsWith("09521234").hasSize(14);
    assertThat(new Gtin(gtin)).hasToString(gtin);
  }
}
