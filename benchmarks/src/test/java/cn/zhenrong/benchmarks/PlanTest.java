package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  @ParameterizedTest
  @CsvSource({"'', false", "0, false", "1, true"})
  void isQuickOnlyWhenAsked(String wanted, boolean quick) {
    assertThat(Plan.of(wanted).isQuick()).isEqualTo(quick);
  }
}
