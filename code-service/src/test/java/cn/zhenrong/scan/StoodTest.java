package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.lifecycle.CodeState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoodTest {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final Stood RELEASED =
      new Stood(CodeState.RELEASED, NOON.minusSeconds(600), false);

  @Test
  void whatChangedAfterTheScanDoesNotCount() {
    assertThat(active(NOON.plusMillis(1)).at(scan(RELEASED))).isEqualTo(RELEASED);
  }

  @Test
  void whatWasSoBeforeCountsWhateverAnInstanceBelievedThatHadNotHeard() {
    assertThat(active(NOON).at(scan(RELEASED))).isEqualTo(active(NOON));
    Stood untouched = new Stood(CodeState.ISSUED, null, false);
    assertThat(untouched.at(scan(RELEASED))).isEqualTo(untouched);
  }

  @Test
  void whereNothingWasKnownThePresentCounts() {
    assertThat(active(NOON.plusSeconds(60)).at(scan(null))).isEqualTo(active(NOON.plusSeconds(60)));
  }

  private static Stood active(Instant since) {
    return new Stood(CodeState.ACTIVE, since, false);
  }

  private static ScanEvent scan(@Nullable Stood stood) {
    return new ScanEvent(
        SampleScans.nonce(NOON), 7, SampleScans.device(1), null, NOON, false, stood);
  }
}
