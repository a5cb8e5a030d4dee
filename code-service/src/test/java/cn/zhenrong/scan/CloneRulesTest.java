package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.lifecycle.CodeState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each rule on both sides of its thresholds, and what must not trip any.
class CloneRulesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final BatchId BATCH = new BatchId(7);
  private static final Stood ACTIVE = in(CodeState.ACTIVE, NOON.minus(Duration.ofDays(60)));

  private final CloneRules rules = new CloneRules(new CloneRuleBook());
  private final List<ScanVisit> visits = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(names = {"ISSUED", "RELEASED"})
  void aLabelNobodyActivatedIsNoticedAtItsFirstVisit(CodeState state) {
    visit(1, Province.HENAN, 0, false);

    assertThat(last(in(state, null)))
        .singleElement()
        .isEqualTo(
            new Signal(
                CloneRule.VERIFIED_BEFORE_ACTIVATION,
                42,
                BATCH,
                NOON,
                NOON,
                1,
                ProvinceSet.bits(List.of(Province.HENAN))));
  }

  @ParameterizedTest
  @EnumSource(names = {"VOID", "SPOILED", "REPLACED", "SAMPLED"})
  void aVoidLabelIsNoticedOnceWhoeverMadeItVoidHasLooked(CodeState state) {
    visit(1, null, 59, false);
    assertThat(last(in(state, NOON))).isEmpty();

    visit(1, null, 60, false);
    assertThat(rulesHit(in(state, NOON))).containsExactly(CloneRule.VERIFIED_AFTER_VOID);
  }

  @Test
  void aVisitFromBeforeItWasVoidIsNotHeldAgainstALabel() {
    visit(1, null, -5, false);

    assertThat(last(in(CodeState.VOID, NOON))).isEmpty();
  }

  @Test
  void threePlacesWithTwoDevicesEachAreMoreThanOneGarment() {
    visit(1, Province.BEIJING, 0, false);
    visit(2, Province.GUANGDONG, 5, false);
    visit(3, Province.SICHUAN, 10, false);
    visit(4, Province.BEIJING, 15, false);
    visit(5, Province.GUANGDONG, 20, false);
    assertThat(rulesHit(ACTIVE)).isEmpty();

    visit(6, Province.SICHUAN, 25, false);

    Signal hit = last(ACTIVE).getFirst();
    assertThat(hit.rule()).isEqualTo(CloneRule.IMPOSSIBLE_TRAVEL);
    assertThat(hit.seen()).isEqualTo(6);
    assertThat(hit.from()).isEqualTo(NOON);
    assertThat(hit.at()).isEqualTo(minute(25));
    assertThat(ProvinceSet.of(hit.provinces()))
        .containsExactly(Province.BEIJING, Province.GUANGDONG, Province.SICHUAN);
  }

  @Test
  void twoPlacesNeedFourDevicesEach() {
    for (int device = 0; device < 7; device++) {
      visit(device, device % 2 == 0 ? Province.BEIJING : Province.GUANGDONG, device, false);
      assertThat(rulesHit(ACTIVE)).as("device " + device).isEmpty();
    }

    visit(7, Province.GUANGDONG, 7, false);

    assertThat(rulesHit(ACTIVE)).containsExactly(CloneRule.IMPOSSIBLE_TRAVEL);
  }

  @Test
  void aJourneyThatCanBeMadeIsNone() {
    // 1 890 km: two hours and 2 h 42 min.
    fourDevices(Province.GUANGDONG, 0);
    visits.add(new ScanVisit(device(10), Province.BEIJING, minute(290), false));
    assertThat(rulesHit(ACTIVE)).isEmpty();
    fourDevices(Province.BEIJING, 290);
    assertThat(rulesHit(ACTIVE)).isEmpty();

    visits.clear();
    fourDevices(Province.GUANGDONG, 0);
    fourDevices(Province.BEIJING, 270);
    assertThat(rulesHit(ACTIVE)).containsExactly(CloneRule.IMPOSSIBLE_TRAVEL);
  }

  @Test
  void nearAbroadAndUnknownPlacesAreNoJourney() {
    fourDevices(Province.SHANGHAI, 0);
    fourDevices(Province.ZHEJIANG, 5);
    assertThat(rulesHit(ACTIVE)).isEmpty();
    fourDevices(Province.ABROAD, 10);
    assertThat(rulesHit(ACTIVE)).doesNotContain(CloneRule.IMPOSSIBLE_TRAVEL);
    fourDevices(null, 15);
    assertThat(rulesHit(ACTIVE)).doesNotContain(CloneRule.IMPOSSIBLE_TRAVEL);
  }

  @Test
  void tooManyDevicesInThreeDays() {
    for (int device = 1; device <= 15; device++) {
      visit(device, null, device, false);
    }
    visit(1, null, 200, false);
    assertThat(rulesHit(ACTIVE)).as("fifteen, one of them twice").isEmpty();

    visit(16, null, 201, false);
    assertThat(last(ACTIVE))
        .singleElement()
        .extracting(Signal::rule, Signal::seen)
        .containsExactly(CloneRule.TOO_MANY_DEVICES, 16);
  }

  @Test
  void devicesOutsideTheWindowDoNotCount() {
    for (int device = 1; device <= 18; device++) {
      visit(device, null, device * 10 * 60, false);
    }

    assertThat(rulesHit(ACTIVE)).isEmpty();
  }

  @Test
  void twoOpeningsFarApartOnOneDay() {
    visit(1, Province.HEILONGJIANG, 0, true);
    visit(2, Province.HAINAN, 59, true);
    assertThat(rulesHit(ACTIVE)).as("soon after").isEmpty();

    visits.removeLast();
    visit(2, Province.HAINAN, 60, true);
    assertThat(rulesHit(ACTIVE)).contains(CloneRule.TWO_OPENINGS);

    visits.removeLast();
    visit(2, Province.LIAONING, 60, true);
    assertThat(rulesHit(ACTIVE)).as("near").isEmpty();

    visits.removeLast();
    visit(2, Province.HAINAN, 24 * 60 + 1, true);
    assertThat(rulesHit(ACTIVE)).as("the next day: a gift").isEmpty();
  }

  @Test
  void fourOpeningsWherever() {
    for (int device = 1; device <= 3; device++) {
      visit(device, null, device * 2000, true);
    }
    visit(3, null, 4 * 2000, true);
    assertThat(rulesHit(ACTIVE)).as("three devices").isEmpty();

    visit(4, null, 5 * 2000, false);
    assertThat(rulesHit(ACTIVE)).as("a visit is no opening").isEmpty();

    visit(5, null, 6 * 2000, true);
    assertThat(rulesHit(ACTIVE)).containsExactly(CloneRule.TWO_OPENINGS);
  }

  @Test
  void whatWasSeenBeforeAReturnDoesNotCount() {
    fourDevices(Province.GUANGDONG, 0);
    fourDevices(Province.BEIJING, 10);
    for (int device = 20; device < 30; device++) {
      visit(device, Province.BEIJING, 20, true);
    }
    visit(31, Province.HAINAN, 120, true);
    assertThat(rulesHit(ACTIVE)).hasSize(3);

    assertThat(rulesHit(new Stood(CodeState.ACTIVE, minute(100), true))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DISPLAY", "RETURNED"})
  void displayCodesAndReturnedOnesTripNothing(CodeState state) {
    for (int device = 0; device < 200; device++) {
      visit(device, Province.values()[device % 30], device, true);
      assertThat(rulesHit(in(state, NOON))).isEmpty();
    }
  }

  @Test
  void aGiftAFamilyAndAnAssistantTripNothing() {
    visit(1, Province.SHANGHAI, 0, true);
    visit(2, Province.SHANGHAI, 30, false);
    visit(3, Province.SICHUAN, 3 * 1440, true);
    visit(4, Province.SICHUAN, 3 * 1440 + 40, false);
    assertThat(rulesHit(ACTIVE)).isEmpty();
    visits.clear();
    for (int read = 0; read < 40; read++) {
      visit(read % 5, Province.SHANGHAI, read * 45, read == 3);
      assertThat(rulesHit(ACTIVE)).isEmpty();
    }
  }

  private void fourDevices(@Nullable Province province, int minute) {
    for (int device = 0; device < 4; device++) {
      visits.add(
          new ScanVisit(
              Shopper.device(province == null ? 0 : province.code(), device),
              province,
              minute(minute),
              false));
    }
  }

  private void visit(int device, @Nullable Province province, int minute, boolean opened) {
    visits.add(new ScanVisit(device(device), province, minute(minute), opened));
  }

  private static Device device(int device) {
    return Shopper.device(device, -1);
  }

  private static Instant minute(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  private static Stood in(CodeState state, @Nullable Instant since) {
    return new Stood(state, since, false);
  }

  private List<CloneRule> rulesHit(Stood standing) {
    return last(standing).stream().map(Signal::rule).sorted(Comparator.naturalOrder()).toList();
  }

  /// What the rules say to the last visit after all others.
  private List<Signal> last(Stood standing) {
    CodeRecord before = null;
    for (ScanVisit visit : visits.subList(0, visits.size() - 1)) {
      before = Tally.after(before, new Fresh(visit.event(42), true));
    }
    return rules.hits(BATCH, before, visits.getLast().event(42), standing);
  }
}
