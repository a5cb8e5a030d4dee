package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final long CODE = 42;
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void theFirstVisitIsTheFirstVerification() {
    CodeRecord code = after(null, visit(1, Province.FUJIAN, 0));
    assertThat(code.firstAt()).isEqualTo(NOON);
    assertThat(code.firstProvince()).isEqualTo(Province.FUJIAN);
    assertThat(code.sessions()).isEqualTo(1);
    assertThat(code.openedAt()).isNull();
    assertThat(code.devices())
        .containsExactly(new Seen(SampleScans.device(1), Province.FUJIAN, NOON, NOON, 1, false));
  }

  @Test
  void aSessionEndsHalfAnHourAfterItsLastVisitNotItsFirst() {
    CodeRecord code =
        after(null, visit(1, null, 0), visit(1, null, 30), visit(1, null, 60), visit(1, null, 90));
    assertThat(code.sessions()).isEqualTo(1);

    Fresh justLater = new Fresh(SampleScans.event(CODE, 1, minute(120).plusSeconds(1)), true);
    assertThat(after(code, justLater).sessions()).isEqualTo(2);
    assertThat(after(code, visit(1, null, 120)).sessions()).isEqualTo(1);
  }

  @Test
  void devicesHaveSessionsOfTheirOwnAndTheLatestComesFirst() {
    CodeRecord code =
        after(null, visit(1, null, 0), visit(2, null, 1), visit(1, Province.HUNAN, 5));
    assertThat(code.sessions()).isEqualTo(2);
    assertThat(code.devices())
        .extracting(Seen::device)
        .containsExactly(SampleScans.device(1), SampleScans.device(2));
    assertThat(code.devices().getFirst().province()).isEqualTo(Province.HUNAN);
  }

  @Test
  void aClaimOnTheSameNonceIsNoSecondVisit() {
    CodeRecord code = after(null, visit(1, null, 0));
    ScanEvent hourLater = SampleScans.event(CODE, 1, null, minute(60), true);
    CodeRecord claimed = after(code, new Fresh(hourLater, false));
    assertThat(claimed.sessions()).isEqualTo(1);
    assertThat(claimed.openedAt()).isEqualTo(minute(60));
    assertThat(claimed.openedClaims()).isEqualTo(1);
    assertThat(claimed.devices().getFirst().opened()).isTrue();
    assertThat(claimed.devices().getFirst().lastAt()).isEqualTo(NOON);
  }

  @Test
  void aBeaconThatClaimsCountsAsAVisitToo() {
    CodeRecord code = after(null, claim(1, 0), claim(2, 10));
    assertThat(code.sessions()).isEqualTo(2);
    assertThat(code.openedClaims()).isEqualTo(2);
    assertThat(code.openedAt()).isEqualTo(NOON);
  }

  @Test
  void whatComesLateMovesTheFirstVerificationBack() {
    CodeRecord onTime = after(null, visit(1, Province.BEIJING, 120), claim(2, 125));
    CodeRecord late = after(onTime, claim(1, Province.TIBET, 0), visit(1, null, 10));
    assertThat(late.firstAt()).isEqualTo(NOON);
    assertThat(late.firstProvince()).isEqualTo(Province.TIBET);
    assertThat(late.openedAt()).isEqualTo(NOON);
    assertThat(late.sessions()).isEqualTo(3);
    Seen first = late.devices().get(1);
    assertThat(first.firstAt()).isEqualTo(NOON);
    assertThat(first.lastAt()).isEqualTo(minute(120));
    assertThat(first.province()).as("where it was last").isEqualTo(Province.BEIJING);
  }

  @Test
  void aLateVisitWithinHalfAnHourOfAKnownOneIsNoNewSession() {
    CodeRecord onTime = after(null, visit(1, null, 40));
    assertThat(after(onTime, visit(1, null, 10)).sessions()).isEqualTo(1);
    assertThat(after(onTime, visit(1, null, 9)).sessions()).isEqualTo(2);
  }

  @Test
  void aLateVisitBetweenTwoKnownOnesAddsNothing() {
    CodeRecord onTime = after(null, visit(1, null, 0), visit(1, null, 600));
    assertThat(onTime.sessions()).isEqualTo(2);
    assertThat(after(onTime, visit(1, null, 300)).sessions()).isEqualTo(2);
  }

  @Test
  void forgetsTheDeviceSeenLongestAgo() {
    List<Fresh> many = new ArrayList<>();
    IntStream.rangeClosed(1, 40).forEach(i -> many.add(visit(i, null, i)));
    CodeRecord code = after(null, many.toArray(Fresh[]::new));
    assertThat(code.sessions()).isEqualTo(40);
    assertThat(code.devices()).hasSize(CodeRecord.MOST_DEVICES);
    assertThat(code.devices().getFirst().device()).isEqualTo(SampleScans.device(40));
    assertThat(code.devices().getLast().device()).isEqualTo(SampleScans.device(9));
  }

  private static CodeRecord after(@Nullable CodeRecord before, Fresh... events) {
    return Change.of(before, Arrays.asList(events)).after();
  }

  private static Fresh visit(int device, @Nullable Province province, int minute) {
    return new Fresh(SampleScans.event(CODE, device, province, minute(minute), false), true);
  }

  private static Fresh claim(int device, int minute) {
    return claim(device, null, minute);
  }

  private static Fresh claim(int device, @Nullable Province province, int minute) {
    return new Fresh(SampleScans.event(CODE, device, province, minute(minute), true), true);
  }

  private static Instant minute(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }
}
