package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Nonce;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.ServiceTest;
import cn.zhenrong.testing.Trips;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// From the beacon to the answer.
@ServiceTest
class CountingIT {
  @Autowired Makers makers;
  @Autowired Verifications verifications;
  @Autowired KnownCodes known;
  @Autowired Codes codes;
  @LocalServerPort int port;
  private Row row;

  @BeforeEach
  void aCode() {
    row = Papers.of(makers.maker().api(port)).issue("compact", 2).rows().getFirst();
  }

  @Test
  void manyTapsAtOnceAreOneVisit() throws Exception {
    String nonce = Nonce.of(nobody().get("/scan/" + row.serial()));
    List<Future<Integer>> taps = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 24; i++) {
        // Not even the same phone: the nonce alone decides.
        Http phone = Http.to(port).with("User-Agent", "Phone " + i);
        taps.add(threads.submit(() -> new Api(phone).post("/scans", Nonce.beacon(nonce)).status()));
      }
      for (Future<Integer> tap : taps) {
        assertThat(tap.get()).isEqualTo(204);
      }
    }
    waitUntilCounted(1);
    String later = Nonce.of(nobody().get("/scan/" + row.serial()));
    new Api(Http.to(port).with("User-Agent", "Last")).post("/scans", Nonce.beacon(later));
    waitUntilCounted(2);
  }

  @Test
  void previewersAndStrangersNoncesCountNothing() {
    String nonce = Nonce.of(nobody().get("/scan/" + row.serial()));
    for (String agent : List.of("Slackbot-LinkExpanding 1.0", "TelegramBot (like TwitterBot)")) {
      Api program = new Api(Http.to(port).with("User-Agent", agent));
      assertThat(program.post("/scans", Nonce.beacon(nonce)).status()).isEqualTo(204);
    }
    char last = nonce.charAt(nonce.length() - 1);
    String forged = nonce.substring(0, nonce.length() - 1) + (last == 'A' ? 'B' : 'A');
    nobody().post("/scans", Nonce.beacon(forged));
    // When what came behind them is counted, they would have been.
    new Api(Http.to(port).with("User-Agent", "Last")).post("/scans", Nonce.beacon(nonce));
    Device counted = verifications.device(new Sender("127.0.0.1", "Last", null));
    long index = codes.index(Serial.read(row.serial()).orElseThrow()).orElseThrow();
    Patience.until(
        "the last one is counted",
        () -> {
          CodeRecord code = known.find(index);
          return code != null
              && code.devices().stream().anyMatch(seen -> seen.device().equals(counted));
        });
    assertThat(sessions()).isEqualTo(1);
  }

  @Test
  void theProvinceOfTheFirstVerificationIsInTheAnswerAndOnThePage() {
    String nonce = Nonce.of(nobody().get("/scan/" + row.serial()));
    new Api(Http.to(port).with("X-Forwarded-For", "10.0.0.1, 192.0.2.200"))
        .post("/scans", Nonce.beacon(nonce));
    waitUntilCounted(1);
    JsonNode answer = nobody().get("/api/v1/codes/" + row.serial()).json();
    assertThat(answer.path("firstProvince").path("zh").asString()).isEqualTo("上海");
    assertThat(answer.path("firstProvince").path("en").asString()).isEqualTo("Shanghai");
    assertThat(nobody().get("/scan/" + row.serial() + "?lang=zh").reply().text()).contains("上海");
  }

  @Test
  void warmReadingAsksNoStore() {
    String nonce = Nonce.of(nobody().get("/scan/" + row.serial()));
    nobody().post("/scans", Nonce.beacon(nonce));
    waitUntilCounted(1);
    long index = codes.index(Serial.read(row.serial()).orElseThrow()).orElseThrow();
    long neverVerified = index % 64 == 63 ? index - 1 : index + 1;
    assertThat(Trips.of(() -> assertThat(known.find(index)).isNotNull())).isEmpty();
    assertThat(Trips.of(() -> assertThat(known.find(neverVerified)).isNull())).isEmpty();

    known.changed(new long[] {index});
    assertThat(Trips.of(() -> known.find(index))).as("what changed is read again").hasSize(1);
    Patience.until("warm again", () -> Trips.of(() -> known.find(index)).isEmpty());
  }

  private void waitUntilCounted(long sessions) {
    Patience.until(sessions + " sessions", () -> sessions() == sessions);
  }

  private long sessions() {
    return nobody().get("/api/v1/codes/" + row.serial()).json().path("sessions").asLong();
  }

  private Api nobody() {
    return new Api(port, "");
  }
}
