package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatiosTest {
  @Test
  void namesEachRatioAsTheDesignDoes() {
    Scores scores = measured();

    assertThat(Ratios.ofComputation(scores, 5616).main())
        .containsOnlyKeys(
            "issue/sm2-vs-bc", "symbol/vs-zxing", "conformity/per-second", "page/gzip-bytes");
    assertThat(Ratios.ofIssuing(scores).main())
        .containsOnlyKeys(
            "issue/signed-vs-accp",
            "issue/signed-vs-openssl",
            "issue/accept-vs-commit",
            "issue/bytes-per-code");
    assertThat(Target.ALL)
        .extracting(Target::key)
        .containsAll(Ratios.ofComputation(scores, 5616).main().keySet())
        .containsAll(Ratios.ofIssuing(scores).main().keySet());
  }

  @Test
  void putsTheServiceAboveAndTheBaselineBelow() {
    Scores scores = new Scores();
    scores.add(1, ServiceMeasurement.SIGNED, List.of(40_000.0));
    scores.add(1, Measurement.ACCP_ON_ALL_CORES, List.of(50_000.0));
    scores.add(1, ServiceMeasurement.OPENSSL, List.of(10_000.0));
    scores.add(1, ServiceMeasurement.BYTES_UNTOUCHED, List.of(0.7));
    scores.add(1, Measurement.SM2_CODES, List.of(1_500.0));
    scores.add(1, Measurement.SM2_BOUNCY_ON_ALL_CORES, List.of(500.0));

    Map<String, BigDecimal> issuing = Ratios.ofIssuing(scores).main();
    Map<String, BigDecimal> computation = Ratios.ofComputation(scores, 5616).main();

    assertThat(issuing.get("issue/signed-vs-accp")).isEqualByComparingTo("0.8");
    assertThat(issuing.get("issue/signed-vs-openssl")).isEqualByComparingTo("4");
    assertThat(issuing.get("issue/bytes-per-code")).isEqualByComparingTo("0.7");
    assertThat(computation.get("issue/sm2-vs-bc")).isEqualByComparingTo("3");
    assertThat(computation.get("page/gzip-bytes")).isEqualByComparingTo("5616");
  }

  @Test
  void countsTheSizeOfBatchThatTakesLongestToAccept() {
    Scores scores = new Scores();
    scores.add(1, ServiceMeasurement.COMMIT, List.of(0.5));
    scores.add(1, ServiceMeasurement.ACCEPT_ONE, List.of(2.0));
    scores.add(1, ServiceMeasurement.ACCEPT_SMALL, List.of(3.0));
    scores.add(1, ServiceMeasurement.ACCEPT_LARGE, List.of(2.5));

    Ratios ratios = Ratios.ofIssuing(scores);

    assertThat(ratios.main().get("issue/accept-vs-commit")).isEqualByComparingTo("6");
    assertThat(ratios.more().get("issue/accept-vs-commit, 10 000 000 pieces, server"))
        .isEqualByComparingTo("5");
    assertThat(ratios.more().get("issue/accept, 10 000 000 pieces ÷ 1 piece"))
        .isEqualByComparingTo("1.25");
  }

  @Test
  void leavesOutWhatCouldNotBeMeasured() {
    assertThat(Ratios.ofComputation(new Scores(), 5616).main()).containsOnlyKeys("page/gzip-bytes");
    assertThat(Ratios.ofIssuing(new Scores()).main()).isEmpty();
    assertThat(Ratios.ofIssuing(new Scores()).more()).isEmpty();
  }

  @Test
  void tellsTheRangeOfEveryRatioThatHasRounds() {
    Scores scores = measured();
    scores.add(2, Measurement.SYMBOL, List.of(8.0));
    scores.add(2, Measurement.ZXING, List.of(2.0));

    assertThat(Ratios.ofComputation(scores, 1).ranges())
        .containsEntry(
            "symbol/vs-zxing", new Ratios.Range(new BigDecimal("1.0"), new BigDecimal("4.0")));
  }

  private static Scores measured() {
    Scores scores = new Scores();
    for (Measurement measurement : Measurement.values()) {
      scores.add(1, measurement, List.of(7.0));
    }
    for (ServiceMeasurement measurement : ServiceMeasurement.values()) {
      scores.add(1, measurement, List.of(7.0));
    }
    return scores;
  }
}
