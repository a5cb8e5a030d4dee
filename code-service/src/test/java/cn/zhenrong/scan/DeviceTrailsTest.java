package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.issue.BatchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceTrailsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final BatchId BATCH = new BatchId(7);
  private static final int THRESHOLD = 60;

  private final DeviceTrails trails = new DeviceTrails(new CloneRuleBook(), _ -> {});

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
            trails
                .notes()
                .note(
                    new BatchId(8),
                    new ScanVisit(Shopper.device(1, 0), null, minute(THRESHOLD), false).event(901)))
        .isEmpty();
    assertThat(read(902, 1, THRESHOLD)).isNotEmpty();
  }

  @Test
  void aTrailIsBounded() {
    for (int code = 1; code <= 3 * Trail.MOST_CODES; code++) {
      read(code, 1, 0);
    }

    assertThat(read(5 * Trail.MOST_CODES, 1, 1))
        .singleElement()
        .extracting(Signal::seen)
        .isEqualTo(Trail.MOST_CODES);
  }

  @Test
  void whatDidNotCommitLeavesNothing() {
    for (int code = 1; code < THRESHOLD; code++) {
      read(code, 1, code);
    }
    for (int tried = 0; tried < 3; tried++) {
      DeviceTrails.Notes failed = trails.notes();
      assertThat(failed.note(BATCH, event(THRESHOLD, 1, 60))).hasSize(THRESHOLD);
      assertThat(failed.note(BATCH, event(THRESHOLD + 1, 1, 61))).hasSize(1);
    }
    assertThat(read(THRESHOLD, 1, 60)).as("all of them, as if for the first time").hasSize(60);
    assertThat(read(THRESHOLD + 1, 1, 61)).hasSize(1);
  }

  @Test
  void twoTransactionsAtOnceLoseNoCode() {
    for (int code = 1; code <= 40; code++) {
      read(code, 1, code);
    }
    DeviceTrails.Notes one = trails.notes();
    DeviceTrails.Notes two = trails.notes();
    for (int code = 41; code <= 50; code++) {
      assertThat(one.note(BATCH, event(code, 1, code))).isEmpty();
      assertThat(two.note(BATCH, event(code + 10, 1, code))).isEmpty();
    }
    one.keep();
    two.keep();

    assertThat(read(61, 1, 61))
        .as("the sixty that came to the threshold side by side are named by the next")
        .hasSize(61);
    assertThat(read(62, 1, 62)).hasSize(1);
  }

  @Test
  void twoInstancesThatHearOfEachOtherCountTogetherAndEachTellsItsOwn() {
    List<List<TrailMessages.Reading>> said = new ArrayList<>();
    DeviceTrails one = new DeviceTrails(new CloneRuleBook(), said::add);
    DeviceTrails two = new DeviceTrails(new CloneRuleBook(), said::add);
    for (int code = 1; code < THRESHOLD; code++) {
      said.clear();
      assertThat(readBy(code % 2 == 0 ? one : two, code)).as("code %s", code).isEmpty();
      said.forEach(one::heard);
      said.forEach(two::heard);
    }

    List<Signal> first = readBy(one, THRESHOLD);
    assertThat(first).extracting(Signal::seen).containsOnly(THRESHOLD);
    assertThat(first).extracting(Signal::index).hasSize(30).allMatch(code -> code % 2 == 0);
    List<Signal> second = readBy(two, THRESHOLD + 1);
    assertThat(second).extracting(Signal::index).hasSize(31).allMatch(code -> code % 2 == 1);
    assertThat(readBy(one, THRESHOLD + 2)).hasSize(1);
  }

  @Test
  void othersHearNothingOfOrdinaryDevicesAndOfEachCodeOnce() {
    List<TrailMessages.Reading> said = new ArrayList<>();
    DeviceTrails trails = new DeviceTrails(new CloneRuleBook(), said::addAll);
    for (int code = 1; code <= 4; code++) {
      readBy(trails, code);
      trails.notes().note(BATCH, event(code + 90, 1, code));
    }
    assertThat(said).as("four codes, and what did not commit").isEmpty();

    for (int code = 5; code <= 30; code++) {
      readBy(trails, code);
      trails.heard(said);
    }
    assertThat(said).extracting(TrailMessages.Reading::code).doesNotHaveDuplicates().hasSize(30);
  }

  private static List<Signal> readBy(DeviceTrails trails, int code) {
    DeviceTrails.Notes notes = trails.notes();
    List<Signal> hits = notes.note(BATCH, event(code, 1, code));
    notes.keep();
    return hits;
  }

  private List<Signal> read(int code, int device, int minute) {
    DeviceTrails.Notes notes = trails.notes();
    List<Signal> hits = notes.note(BATCH, event(code, device, minute));
    notes.keep();
    return hits;
  }

  private static ScanEvent event(int code, int device, int minute) {
    return new ScanVisit(Shopper.device(device, 0), Province.ZHEJIANG, minute(minute), false)
        .event(code);
  }

  private static Instant minute(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }
}
