package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private final Scores scores = new Scores();

  @Test
  void dividesRoundByRoundSoThatASlowRoundDoesNotCount() {
    add(Measurement.SYMBOL, 400, 40, 410);
    add(Measurement.ZXING, 100, 10, 100);

    Spread ratio = scores.ratio(Measurement.SYMBOL, Measurement.ZXING).orElseThrow();

    assertThat(ratio.lowest()).isEqualTo(4.0);
    assertThat(ratio.middle()).isEqualTo(4.0);
    assertThat(ratio.highest()).isCloseTo(4.1, within(1e-9));
  }

  @Test
  void takesTheMiddleOfTheRoundsAndNotTheirMean() {
    add(Measurement.VERDICT, 100, 1000, 90);

    assertThat(scores.of(Measurement.VERDICT).orElseThrow().middle()).isEqualTo(100.0);
  }

  @Test
  void takesTheMeanOfTheTwoMiddleOnesOfAnEvenNumber() {
    add(Measurement.VERDICT, 100, 200, 300, 900);

    assertThat(scores.of(Measurement.VERDICT).orElseThrow().middle()).isEqualTo(250.0);
  }

  @Test
  void hasNoRatioWithoutBothSides() {
    add(ServiceMeasurement.SIGNED, 50_000);

    assertThat(scores.ratio(ServiceMeasurement.SIGNED, ServiceMeasurement.OPENSSL)).isEmpty();
    assertThat(scores.ratio(ServiceMeasurement.OPENSSL, ServiceMeasurement.SIGNED)).isEmpty();
    assertThat(scores.of(ServiceMeasurement.OPENSSL)).isEmpty();
  }

  @Test
  void tellsHalfTheDistanceOfAllIterationsAsError() {
    scores.add(1, Measurement.PARSE, List.of(90.0, 110.0));
    scores.add(2, Measurement.PARSE, List.of(100.0, 130.0));

    assertThat(scores.json())
        .containsEntry(
            "fibre/parse",
            new Scores.Score(new BigDecimal("108"), new BigDecimal("20.0"), "ops/s"));
  }

  @Test
  void writesOnlyWhatWasMeasured() {
    add(Measurement.PAGE, 1);

    assertThat(scores.json()).containsOnlyKeys("page/render");
  }

  @Test
  void dividesOnlyWhatWasMeasuredInTheSameRound() {
    scores.add(1, Measurement.SYMBOL, List.of(400.0));
    scores.add(2, Measurement.SYMBOL, List.of(40.0));
    scores.add(2, Measurement.ZXING, List.of(10.0));

    assertThat(scores.ratio(Measurement.SYMBOL, Measurement.ZXING))
        .contains(new Spread(4.0, 4.0, 4.0));
  }

  private void add(Measured measured, double... rounds) {
    for (int i = 0; i < rounds.length; i++) {
      scores.add(i + 1, measured, List.of(rounds[i]));
    }
  }
}
