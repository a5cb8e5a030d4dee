package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatiosTest {
  @Test
  void namesEachRatioAsTheDesignDoes() {
    Ratios ratios = Ratios.of(measured(), 5616);

    assertThat(ratios.main())
        .containsOnlyKeys(
            "issue/signed-vs-accp",
            "issue/signed-vs-openssl",
            "issue/sm2-vs-bc",
            "symbol/vs-zxing",
            "conformity/per-second",
            "page/gzip-bytes");
    assertThat(Target.ALL).extracting(Target::key).containsAll(ratios.main().keySet());
  }

  @Test
  void putsTheServiceAboveAndTheBaselineBelow() {
    Scores scores = new Scores();
    scores.add(Measurement.CODES_ON_ALL_CORES, List.of(40_000.0));
    scores.add(Measurement.ACCP_ON_ALL_CORES, List.of(50_000.0));
    scores.add(Measurement.OPENSSL, List.of(10_000.0));
    scores.add(Measurement.SM2, List.of(1_500.0));
    scores.add(Measurement.SM2_BOUNCY, List.of(500.0));

    Ratios ratios = Ratios.of(scores, 5616);

    assertThat(ratios.main().get("issue/signed-vs-accp")).isEqualByComparingTo("0.8");
    assertThat(ratios.main().get("issue/signed-vs-openssl")).isEqualByComparingTo("4");
    assertThat(ratios.main().get("issue/sm2-vs-bc")).isEqualByComparingTo("3");
    assertThat(ratios.main().get("page/gzip-bytes")).isEqualByComparingTo("5616");
  }

  @Test
  void leavesOutWhatCouldNotBeMeasured() {
    assertThat(Ratios.of(new Scores(), 5616).main()).containsOnlyKeys("page/gzip-bytes");
  }

  @Test
  void tellsTheRangeOfEveryRatioThatHasRounds() {
    Scores scores = measured();
    scores.add(Measurement.SYMBOL, List.of(8.0));
    scores.add(Measurement.ZXING, List.of(2.0));

    assertThat(Ratios.of(scores, 1).ranges())
        .containsEntry(
            "symbol/vs-zxing", new Ratios.Range(new BigDecimal("1.0"), new BigDecimal("4.0")));
  }

  private static Scores measured() {
    Scores scores = new Scores();
    for (Measurement measurement : Measurement.values()) {
      scores.add(measurement, List.of(7.0));
    }
    return scores;
  }
}
