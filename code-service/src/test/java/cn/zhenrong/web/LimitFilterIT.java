package cn.zhenrong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.scan.ProbingSeen;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Http.Reply;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.RawHttp;
import cn.zhenrong.testing.ServiceTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/// The limits on the wire, so low that nothing fills up again while a test runs. The test is the
/// trusted proxy and says who asks.
@ServiceTest
@DirtiesContext
@Import(LimitFilterIT.Listener.class)
@TestPropertySource(
    properties = {
      "zhenrong.limits.share=1",
      "zhenrong.limits.prefix.rate=0.001",
      "zhenrong.limits.prefix.burst=12",
      "zhenrong.limits.device.rate=0.001",
      "zhenrong.limits.device.burst=6",
      "zhenrong.limits.check.rate=0.001",
      "zhenrong.limits.check.burst=3",
      "zhenrong.limits.report.rate=0.001",
      "zhenrong.limits.report.burst=2",
      "zhenrong.limits.slow.window=1h",
      "zhenrong.limits.slow.device-invalid=4",
      "zhenrong.limits.slow.prefix-invalid=10",
    })
class LimitFilterIT {
  private static final String JUNK = "/scan/0000000000000000";
  private static final AtomicInteger NETWORKS = new AtomicInteger();

  @Autowired Listener listener;
  @LocalServerPort int port;

  @TestComponent
  static class Listener {
    final List<ProbingSeen> seen = new CopyOnWriteArrayList<>();

    @EventListener
    void on(ProbingSeen event) {
      seen.add(event);
    }
  }

  @Test
  void aBrowserGetsAPageAMachineAProblemAndBothWhenToComeAgain() {
    Http device = from(network() + ".1");
    for (int i = 0; i < 6; i++) {
      assertThat(device.get("/").status()).isEqualTo(200);
    }
    Reply page = device.with("Accept", "text/html").get("/?lang=en");
    assertThat(page.status()).isEqualTo(429);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains("Too many requests");
    assertThat(device.with("Accept", "text/html").get("/").text()).contains("查询太频繁");
    Reply problem = device.get("/api/v1/codes/0000000000000000");
    assertThat(problem.status()).isEqualTo(429);
    assertThat(problem.problem()).isEqualTo("too-many-requests");
    assertThat(problem.json().path("requestId").asString())
        .isEqualTo(problem.header("X-Request-Id"));
    for (Reply reply : List.of(page, problem)) {
      assertThat(Long.parseLong(reply.header("Retry-After"))).isBetween(900L, 1000L);
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("Set-Cookie")).isEmpty();
    }
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
  }

  @Test
  void fewReportsOfOneDeviceAreKeptHoweverOftenItMayAsk() {
    Http device = from(network() + ".1");
    for (int i = 0; i < 2; i++) {
      assertThat(device.post("/scan/-/problem", "{}").status()).isEqualTo(415);
    }
    assertThat(device.post("/scan/-/problem", "{}").status()).isEqualTo(429);
    assertThat(device.post("/scan/-/opened", "{}").status()).isEqualTo(429);
    assertThat(device.get("/").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/actuator/health",
        "/scan",
        "/rules",
        "/01/09521234543213",
        "/S/0000000000000000",
        "/s/x",
        "/.well-known/jwks.json",
        "/api/v1/codes/0000000000000000",
        "/api/v1/rule-sets",
        "/%73can/0000000000000000",
        "/api/v1/%63odes/0000000000000000",
        "/cases/x",
        "/nothing",
      })
  void everyPublicPathIsBehindTheLimit(String path) {
    Http device = from(network() + ".1");
    for (int i = 0; i < 6; i++) {
      device.get("/");
    }
    assertThat(device.get(path).status()).isEqualTo(429);
  }

  @Test
  void aBeaconIsLimitedToo() {
    Http device = from(network() + ".1");
    for (int i = 0; i < 6; i++) {
      device.get("/");
    }
    assertThat(device.post("/scans", "{}").status()).isEqualTo(429);
  }

  @Test
  void staffAreNotCountedAsStrangers() {
    Http device = from(network() + ".1");
    for (int i = 0; i < 20; i++) {
      assertThat(device.as("demo-association").get("/api/v1/me").status()).isEqualTo(200);
    }
    assertThat(device.get("/").status()).isEqualTo(200);
  }

  @Test
  void devicesOfOnePrefixShareWhatThePrefixHasAndTheNextHasItsOwn() {
    String network = network();
    int answered = 0;
    for (int i = 1; i <= 20; i++) {
      answered += from(network + "." + i).get("/").status() == 200 ? 1 : 0;
    }
    assertThat(answered).isEqualTo(12);
    assertThat(from(network() + ".1").get("/").status()).isEqualTo(200);
  }

  @Test
  void onlyTheHopOfTheProxyItselfCounts() throws IOException {
    String network = network();
    int answered = 0;
    for (int i = 1; i <= 20; i++) {
      String forged = "X-Forwarded-For: 203.0.113." + i;
      RawHttp.Reply reply =
          i % 2 == 0
              ? RawHttp.send(port, "GET", "/", forged + ", " + network + "." + i)
              : RawHttp.send(port, "GET", "/", forged, "X-Forwarded-For: " + network + "." + i);
      answered += reply.status() == 200 ? 1 : 0;
    }
    assertThat(answered).isEqualTo(12);
  }

  @Test
  void whoGuessesIsSentToTheSlowLaneAndTold() {
    listener.seen.clear();
    Http guesser = from(network() + ".1");
    for (int i = 0; i < 4; i++) {
      assertThat(guesser.get(JUNK).status()).isEqualTo(404);
    }
    // Its next turn there is behind what it took before, which here takes hours.
    Reply slow = guesser.get("/");
    assertThat(slow.status()).isEqualTo(429);
    assertThat(slow.header("Retry-After")).isEqualTo("1");
    assertThat(metric("zhenrong.limits.requests", "outcome:lane")).isPositive();
    assertThat(from(network() + ".1").get("/").status()).isEqualTo(200);
    Patience.until("it is told", () -> !listener.seen.isEmpty());
    assertThat(listener.seen.getFirst().invalid()).isEqualTo(4);
  }

  @Test
  void aBulkCheckHasALimitOfItsOwnForEachKey() {
    String body = "{\"codes\":[\"x\"]}";
    Http maker = Http.to(port).as("demo-maker-3");
    for (int i = 0; i < 3; i++) {
      assertThat(maker.post("/api/v1/codes/check", body).status()).isEqualTo(200);
    }
    Reply reply = maker.post("/api/v1/codes/check", body);
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.problem()).isEqualTo("too-many-requests");
    assertThat(maker.get("/api/v1/me").status()).isEqualTo(200);
    assertThat(Http.to(port).as("demo-maker-2").post("/api/v1/codes/check", body).status())
        .isEqualTo(200);
  }

  @Test
  void metricsAreForTheAssociation() {
    assertThat(metric("zhenrong.limits.requests", "outcome:allowed")).isPositive();
    assertThat(metric("zhenrong.limits.places", "table:prefix")).isEqualTo(1 << 15);
    Http anybody = Http.to(port);
    for (String path : List.of("/actuator/metrics", "/actuator/prometheus")) {
      assertThat(anybody.get(path).status()).isEqualTo(401);
      assertThat(anybody.as("demo-maker-1").get(path).status()).isEqualTo(403);
      assertThat(anybody.as("demo-qc-1").get(path).status()).isEqualTo(403);
      assertThat(anybody.as("demo-association").get(path).status()).isEqualTo(200);
    }
    assertThat(anybody.as("demo-association").get("/actuator/prometheus").text())
        .contains("zhenrong_limits_requests_total{outcome=\"prefix\"}")
        .contains("zhenrong_limits_waiting");
    assertThat(anybody.as("demo-association").get("/actuator/env").status()).isEqualTo(404);
  }

  private double metric(String name, String tag) {
    Reply reply =
        Http.to(port).as("demo-association").get("/actuator/metrics/" + name + "?tag=" + tag);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().path("measurements").path(0).path("value").asDouble();
  }

  private Http from(String address) {
    return Http.to(port).with("X-Forwarded-For", address);
  }

  /// The first three numbers of a network nobody asked from before.
  private static String network() {
    return "198.18." + NETWORKS.incrementAndGet();
  }
}
