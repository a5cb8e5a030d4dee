package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.scan.TrailMessages.Reading;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.ServiceTest;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;

/// One device whose scans two instances apply: the service, and trails beside it that hear and tell
/// through the same Redis.
@ServiceTest
class TrailsOfTwoIT {
  @Autowired Makers makers;
  @Autowired Batches batches;
  @Autowired Signals signals;
  @Autowired Applying applying;
  @Autowired TrailMessages messages;
  @LocalServerPort int port;

  @Test
  void aDeviceIsNoticedAtItsSixtiethCodeWhoeverAppliedTheOthers() {
    String id = Papers.of(makers.maker().api(port)).issue("compact", 80).id();
    Batch batch = batches.find(new BatchId(Long.parseLong(id))).orElseThrow();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<ScanEvent> events =
        IntStream.range(0, 80)
            .mapToObj(
                code -> SampleScans.event(batch.first() + code, 9300, now.minusSeconds(600 - code)))
            .toList();
    DeviceTrails other = new DeviceTrails(new CloneRuleBook(), messages::tell);
    listen(other, batch);

    applying.apply(events.subList(0, 30));
    Patience.until(
        "the other hears of thirty",
        () ->
            wouldHit(other, batch, events.subList(30, 60))
                && !wouldHit(other, batch, events.subList(30, 59)));
    DeviceTrails.Notes notes = other.notes();
    events.subList(30, 59).forEach(event -> assertThat(notes.note(batch.id(), event)).isEmpty());
    notes.keep();
    assertThat(seen(batch, now)).isEmpty();

    // The service hears it in its own time; to say that one opens the package counts each time.
    Patience.until(
        "the service notices at the sixtieth",
        () -> {
          Instant at = now.minusSeconds(1);
          applying.apply(List.of(SampleScans.event(batch.first() + 59, 9300, null, at, true)));
          return !seen(batch, now).isEmpty();
        });

    assertThat(seen(batch, now))
        .extracting(Suspicion::index)
        .as("what it applied itself")
        .hasSize(31)
        .contains(batch.first(), batch.first() + 29, batch.first() + 59)
        .doesNotContain(batch.first() + 30);
  }

  /// An application that other tests left for a while connects anew.
  private void listen(DeviceTrails other, Batch batch) {
    Reading anybody = new Reading(SampleScans.device(9301), batch.id(), batch.first(), 0);
    AtomicBoolean heard = new AtomicBoolean();
    Patience.until(
        "messages arrive",
        () -> {
          try {
            messages.hear(readings -> {
              other.heard(readings);
              heard.set(true);
            });
          } catch (RedisException | DataAccessException e) {
            return false;
          }
          Patience.until(
              "a word comes back",
              Duration.ofSeconds(10),
              () -> {
                messages.tell(List.of(anybody));
                return heard.get();
              });
          return true;
        });
  }

  /// Without keeping anything.
  private static boolean wouldHit(DeviceTrails trails, Batch batch, List<ScanEvent> events) {
    DeviceTrails.Notes notes = trails.notes();
    return events.stream().anyMatch(event -> !notes.note(batch.id(), event).isEmpty());
  }

  private List<Suspicion> seen(Batch batch, Instant now) {
    return signals.of(
        new Signals.Reach(
            CloneRule.ONE_DEVICE_MANY_CODES,
            batch.first(),
            batch.first() + 79,
            now.minus(Duration.ofDays(1)),
            now),
        100);
  }
}
