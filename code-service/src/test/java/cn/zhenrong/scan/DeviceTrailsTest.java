package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.issue.BatchId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceTrailsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final BatchId BATCH = new BatchId(7);
  private static final int THRESHOLD = 60;

  private final DeviceTrails trails = new DeviceTrails(new CloneRuleBook());

  @Test
  void atTheThresholdEveryCodeOfTheTrailIsNamedAndThenEachFurtherOne() {
    for (int code = 1; code < THRESHOLD; code++) {
      assertThat(read(code, 1, code)).isEmpty();
      assertThat(read(code, 1, code)).as("the same code again").isEmpty();
    }

    List<Signal> hits = read(THRESHOLD, 1, THRESHOLD);
    assertThat(hits).hasSize(THRESHOLD);
    assertThat(hits).extracting(Signal::index).contains(1L, 2L, (long) THRESHOLD);
    assertThat(hits).extracting(Signal::rule).containsOnly(CloneRule.ONE_DEVICE_MANY_CODES);

    assertThat(read(THRESHOLD + 1, 1, THRESHOLD + 1))
        .singleElement()
        .extracting(Signal::index, Signal::seen)
        .containsExactly(THRESHOLD + 1L, THRESHOLD + 1);
  }

  @Test
  void codesReadMoreThanADayAgoDoNotCount() {
    for (int code = 1; code <= 200; code++) {
      assertThat(read(code, 1, code * 25)).as("58 a day").isEmpty();
    }
  }

  @Test
  void otherDevicesAndOtherBatchesDoNotCount() {
    for (int code = 1; code < THRESHOLD; code++) {
      read(code, 1, code);
    }
    assertThat(read(900, 2, THRESHOLD)).isEmpty();
    assertThat(
            trails.note(
                new BatchId(8),
                new ScanVisit(Shopper.device(1, 0), null, minute(THRESHOLD), false).event(901)))
        .isEmpty();
    assertThat(read(902, 1, THRESHOLD)).isNotEmpty();
  }

  @Test
  void aTrailIsBounded() {
    for (int code = 1; code <= 3 * DeviceTrails.MOST_CODES; code++) {
      read(code, 1, 0);
    }

    assertThat(read(5 * DeviceTrails.MOST_CODES, 1, 1))
        .singleElement()
        .extracting(Signal::seen)
        .isEqualTo(DeviceTrails.MOST_CODES);
  }

  private List<Signal> read(int code, int device, int minute) {
    return trails.note(
        BATCH,
        new ScanVisit(Shopper.device(device, 0), Province.ZHEJIANG, minute(minute), false)
            .event(code));
  }

  private static Instant minute(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }
}
