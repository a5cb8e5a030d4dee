package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Nonce;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.RawHttp;
import cn.zhenrong.testing.RawHttp.Reply;
import cn.zhenrong.testing.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The fast lane and the controller behind it answer alike, byte for byte.
@ServiceTest
class FastLaneIT {
  private static final String FAST = "Accept: application/json";

  /// The same wish in other words, which the fast lane leaves to the controller.
  private static final String SLOW = "Accept: application/json;q=0.9";

  private static final String CAMERA = "Accept: text/html,application/xhtml+xml";
  private static final String CAMERA_SLOW = "Accept: application/xhtml+xml;q=0.9,text/html";

  @Autowired Makers makers;
  @Autowired MeterRegistry meters;
  @LocalServerPort int port;

  @TestFactory
  Stream<DynamicTest> answersAsTheControllerDoes() {
    return paths().entrySet().stream()
        .map(entry -> dynamicTest(entry.getKey(), () -> alike(entry.getValue())));
  }

  private void alike(String path) throws IOException {
    boolean printed = !path.startsWith("/api/");
    // What must be read first is left to the controller when that takes long.
    RawHttp.send(port, "GET", path, printed ? CAMERA : FAST);
    double before = fast();
    Reply fast = RawHttp.send(port, "GET", path, printed ? CAMERA : FAST, "Accept-Language: en-GB");
    assertThat(fast()).as("the fast lane answered").isEqualTo(before + 1);
    Reply slow =
        RawHttp.send(port, "GET", path, printed ? CAMERA_SLOW : SLOW, "Accept-Language: en-GB");
    assertThat(fast()).as("the controller answered").isEqualTo(before + 1);

    assertThat(fast.status()).isEqualTo(slow.status());
    assertThat(withoutId(fast)).isEqualTo(withoutId(slow));
    assertThat(headers(fast)).isEqualTo(headers(slow));
  }

  @Test
  void givesEveryAnswerAnIdOfItsOwnAndSaysItInTheBodyOfAProblem() throws IOException {
    String path = "/api/v1/codes/0000000000000000";
    Reply one = RawHttp.send(port, "GET", path, FAST);
    Reply two = RawHttp.send(port, "GET", path, FAST);
    assertThat(one.header("X-Request-Id")).matches("[0-9a-f]{16}");
    assertThat(two.header("X-Request-Id")).isNotEqualTo(one.header("X-Request-Id"));
    assertThat(one.body()).contains("\"requestId\":\"" + one.header("X-Request-Id") + "\"");
  }

  @Test
  void aBeaconIsAnsweredAsByTheController() {
    IssuedBatch batch = Papers.of(makers.maker().api(port)).issue("compact", 1);
    Api shopper = new Api(port, "").with("User-Agent", "a phone");
    String path = "/scan/" + batch.rows().getFirst().serial();
    List<Http.Reply> replies = new ArrayList<>();
    for (String tail : List.of("", " ".repeat(1100))) {
      double before = fast();
      Api.Answer answer = shopper.post("/scans", Nonce.beacon(Nonce.of(shopper.get(path))) + tail);
      assertThat(fast()).isEqualTo(before + (tail.isEmpty() ? 1 : 0));
      replies.add(answer.reply());
    }
    assertThat(replies).extracting(Http.Reply::status).containsOnly(204);
    for (String header : List.of("Cache-Control", "X-Content-Type-Options", "Referrer-Policy")) {
      assertThat(replies.getFirst().header(header)).isEqualTo(replies.getLast().header(header));
    }
    Patience.until(
        "both are one session",
        () ->
            shopper.get("/api/v1/codes/" + path.substring(6)).json().path("sessions").asLong()
                == 1);
  }

  @Test
  void aBeaconThatIsNoneGetsItsErrorFromTheController() {
    Api shopper = new Api(port, "");
    for (String body : List.of("{", "[]", "'x'", "{'nonce':1}")) {
      Api.Answer answer = shopper.post("/scans", body);
      assertThat(answer.status()).as(body).isBetween(400, 422);
      assertThat(answer.problem()).as(body).isNotEmpty();
    }
    assertThat(shopper.post("/scans", "{'nonce':'nobody’s'}").status()).isEqualTo(204);
    assertThat(shopper.post("/scans", "{}").status()).isEqualTo(204);
  }

  @Test
  void leavesEverythingElseToTheController() throws IOException {
    double before = fast();
    String path = "/api/v1/codes/0000000000000000";
    RawHttp.send(port, "HEAD", path, FAST);
    RawHttp.send(port, "GET", path, FAST, "Origin: https://example.org");
    RawHttp.send(port, "GET", path, FAST, "Authorization: Bearer demo-qc-1");
    RawHttp.send(port, "GET", path, "Accept: application/ld+json");
    RawHttp.send(port, "GET", path + "/proof", FAST);
    RawHttp.send(port, "GET", "/api/v1/codes/00000000%3000000", FAST);
    RawHttp.send(port, "GET", "/api/v1/codes/0000-0000-0000-0000", FAST);
    assertThat(fast()).isEqualTo(before);
  }

  private Map<String, String> paths() {
    Member member = makers.maker();
    IssuedBatch batch = Papers.of(member.api(port), member.gtin(7)).issue("signed", 40);
    List<Row> rows = batch.rows();
    Api bench = makers.bench().api(port);
    assertThat(bench.post(batch.path("activations"), "{'first':1,'last':10}").status())
        .isEqualTo(200);
    Api maker = member.api(port);
    maker.post(
        "/api/v1/codes/" + rows.get(1).serial() + "/void",
        "{'reason':'OTHER','words':'带\\\"引号\\\"的话'}");
    maker.post(
        "/api/v1/codes/" + rows.get(2).serial() + "/replace",
        "{'reason':'MISPRINT','successor':'" + rows.get(31).serial() + "'}");
    verify(rows.get(3));
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("active, never verified", code(rows.get(0)));
    paths.put("in lower case", code(rows.get(0)).toLowerCase(java.util.Locale.ROOT));
    paths.put("void", code(rows.get(1)));
    paths.put("replaced", code(rows.get(2)));
    paths.put("verified", code(rows.get(3)));
    paths.put("not activated", code(rows.get(20)));
    paths.put("signed", code(rows.get(0)) + rows.get(0).path().replaceFirst("[^?]*", ""));
    paths.put(
        "signed for another", code(rows.get(0)) + rows.get(5).path().replaceFirst("[^?]*", ""));
    paths.put("a wrong check symbol", "/api/v1/codes/0000000000000001");
    paths.put("of no batch", "/api/v1/codes/0000000000000000");
    paths.put("printed", rows.get(0).path());
    paths.put("printed, and what somebody added", rows.get(0).bare() + "?utm_source=a%20b&x");
    return paths;
  }

  private void verify(Row row) {
    Api shopper = new Api(port, "").with("User-Agent", "another phone");
    Api.Answer page = shopper.get("/scan/" + row.serial());
    assertThat(shopper.post("/scans", Nonce.beacon(Nonce.of(page))).status()).isEqualTo(204);
    Patience.until("counted", () -> shopper.get(code(row)).json().path("sessions").asLong() == 1);
  }

  private static String code(Row row) {
    return "/api/v1/codes/" + row.serial();
  }

  private double fast() {
    return meters.find("zhenrong.lookup.fast").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private static String withoutId(Reply reply) {
    return reply.body().replaceAll("\"requestId\":\"[0-9a-f]{16}\"", "");
  }

  private static Map<String, String> headers(Reply reply) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    reply
        .head()
        .lines()
        .skip(1)
        .map(line -> line.split(":", 2))
        .forEach(pair -> headers.put(pair[0], pair[1].strip()));
    headers.remove("Date");
    headers.remove("X-Request-Id");
    headers.remove("Content-Length");
    // What nobody may keep varies for nobody.
    headers.remove("Vary");
    return headers;
  }
}
