package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// The whole service with an operator's thresholds: three codes read by one device where the file
/// in the jar says sixty.
@ServiceTest
@DirtiesContext
@TestPropertySource(
    properties =
        "zhenrong.scan.clone-thresholds=src/test/resources/cn/zhenrong/scan/own_thresholds.tsv")
class OwnThresholdsIT {
  @Autowired Makers makers;
  @Autowired Batches batches;
  @Autowired Signals signals;
  @Autowired Applying applying;
  @LocalServerPort int port;

  @Test
  void hitsAtTheOperatorsThresholdAndTellsItToTheAssociation() {
    String id = Papers.of(makers.maker().api(port)).issue("compact", 10).id();
    Batch batch = batches.find(new BatchId(Long.parseLong(id))).orElseThrow();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    applying.apply(reading(batch, 2, now));
    assertThat(seen(batch, now)).isEmpty();
    applying.apply(reading(batch, 3, now));
    assertThat(seen(batch, now)).extracting(Suspicion::index).hasSize(3);

    JsonNode rules = Http.to(port).as("demo-association").get("/api/v1/clone-rules").json();
    JsonNode own = rules.get(CloneRule.ONE_DEVICE_MANY_CODES.ordinal());
    assertThat(own.path("ownThresholds").asBoolean()).isTrue();
    assertThat(own.path("thresholds").toString()).isEqualTo("[{\"count\":3,\"hours\":24}]");
    JsonNode shipped = rules.get(CloneRule.PROBING.ordinal());
    assertThat(shipped.path("ownThresholds").asBoolean()).isFalse();
    assertThat(shipped.path("thresholds").toString()).isEqualTo("[{\"count\":20}]");
  }

  private static List<ScanEvent> reading(Batch batch, int codes, Instant now) {
    return IntStream.range(0, codes)
        .mapToObj(code ->
            SampleScans.event(
                batch.first() + code, 9100, now.minusSeconds(600 - 10 * codes - code)))
        .toList();
  }

  private List<Suspicion> seen(Batch batch, Instant now) {
    return signals.of(
        new Signals.Reach(
            CloneRule.ONE_DEVICE_MANY_CODES,
            batch.first(),
            batch.first() + 9,
            now.minus(Duration.ofDays(1)),
            now),
        10);
  }
}
