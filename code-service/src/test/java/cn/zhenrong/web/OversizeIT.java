package cn.zhenrong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.LogTap;
import cn.zhenrong.testing.RawHttp;
import cn.zhenrong.testing.ServiceTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Requests nobody sends in good faith, byte for byte: each is refused as the sender's fault, says
/// nothing of ours, wakes nobody, and the next one is answered.
@ServiceTest
class OversizeIT {
  private static final String GET = "GET /scan/0000000000000000 HTTP/1.1\r\nHost: x\r\n";
  private static final String CLOSE = "Connection: close\r\n";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String FILES = "Content-Type: multipart/form-data; boundary=zr\r\n";

  @LocalServerPort int port;

  static Stream<Arguments> requests() {
    return Stream.of(
        request(400, "a header too large", GET + "X: " + "a".repeat(9000)),
        request(400, "too many headers", GET + "X: 1\r\n".repeat(150) + CLOSE),
        request(400, "a path too long", "GET /scan/" + "0".repeat(9000) + " HTTP/1.1\r\nHost: x"),
        request(400, "a query too long", "GET /?" + "a=1&".repeat(3000) + " HTTP/1.1\r\nHost: x"),
        request(400, "cookies too large", GET + "Cookie: a=" + "b".repeat(9000)),
        request(400, "no host", "GET / HTTP/1.1\r\n" + CLOSE),
        request(400, "two hosts", "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n" + CLOSE),
        request(400, "a host that is none", "GET / HTTP/1.1\r\nHost: x y\r\n" + CLOSE),
        request(400, "a header without a name", GET + ": x\r\n" + CLOSE),
        request(400, "a broken escape", "GET /scan/%zz HTTP/1.1\r\nHost: x\r\n" + CLOSE),
        request(400, "a zero byte", "GET /scan/%00 HTTP/1.1\r\nHost: x\r\n" + CLOSE),
        request(400, "a line feed", "GET /scan/a%0d%0aX:1 HTTP/1.1\r\nHost: x\r\n" + CLOSE),
        request(400, "a way up", "GET /scan/../../etc/passwd HTTP/1.1\r\nHost: x\r\n" + CLOSE),
        request(400, "raw letters", "GET /scan/码 HTTP/1.1\r\nHost: x\r\n" + CLOSE),
        request(400, "two lengths", post("Content-Length: 3\r\nContent-Length: 4\r\n", "{}")),
        request(400, "a negative length", post("Content-Length: -1\r\n", "{}")),
        request(400, "a broken chunk", post("Transfer-Encoding: chunked\r\n", "zz\r\n{}")),
        request(413, "a body too large", post("Content-Length: 5000\r\n", "x".repeat(5000))),
        request(413, "a body that says too much", post("Content-Length: 99999999999\r\n", "{}")),
        request(413, "a chunked body too large", post("Transfer-Encoding: chunked\r\n", chunks())),
        request(
            413,
            "a form of thousands of fields",
            "POST /scans HTTP/1.1\r\nHost: x\r\n" + FORM + length("a=1&".repeat(2000))),
        request(
            400,
            "a form of a few hundred fields",
            "POST /scans HTTP/1.1\r\nHost: x\r\n" + FORM + length("a&".repeat(500))),
        request(
            400,
            "files of no length",
            "POST /scans HTTP/1.1\r\nHost: x\r\n"
                + FILES
                + CLOSE
                + "Transfer-Encoding: chunked\r\n\r\n5\r\n--zr\r\n"),
        request(
            413,
            "files where none are wanted",
            "POST /scans HTTP/1.1\r\nHost: x\r\n" + FILES + length("x".repeat(5000))),
        request(
            413,
            "a photo too large",
            "POST /scan/-/problem HTTP/1.1\r\nHost: x\r\n"
                + FILES
                + CLOSE
                + "Content-Length: 12000000\r\n"),
        request(400, "a method nobody has", "BREW / HTTP/1.1\r\nHost: x\r\n" + CLOSE),
        request(505, "a version of tomorrow", "GET / HTTP/3.1\r\nHost: x\r\n" + CLOSE));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("requests")
  void isRefusedAndWakesNobody(int status, String what, String request) throws IOException {
    try (LogTap log = new LogTap("ERROR", "org.apache", "org.springframework", "cn.zhenrong")) {
      String answer =
          RawHttp.exchange(port, (request + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      assertThat(answer).as(what).startsWith("HTTP/1.1 " + status + " ");
      assertThat(answer).doesNotContain("Exception").doesNotContain("Tomcat");
      assertThat(log.texts()).isEmpty();
    }
    assertThat(Http.to(port).get("/").status()).isEqualTo(200);
  }

  @Test
  void manyCookiesAreNobodysMistakeOfOurs() throws IOException {
    try (LogTap log = new LogTap("ERROR", "org.apache", "org.springframework", "cn.zhenrong")) {
      for (String path : new String[] {"/", "/api/v1/me"}) {
        String answer =
            RawHttp.exchange(
                port,
                ("GET "
                        + path
                        + " HTTP/1.1\r\nHost: x\r\n"
                        + CLOSE
                        + "Cookie: "
                        + "a=1; ".repeat(300)
                        + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        assertThat(answer).startsWith("HTTP/1.1 4");
      }
      assertThat(log.texts()).isEmpty();
    }
  }

  @Test
  void afterARefusedBodyTheConnectionEndsInGoodOrder() throws IOException {
    String large = post("Content-Length: 5000\r\n", "x".repeat(5000)).replace(CLOSE, "");
    String answers =
        RawHttp.exchange(port, (large + GET + CLOSE + "\r\n").getBytes(StandardCharsets.UTF_8));
    assertThat(answers).startsWith("HTTP/1.1 413 ").contains("Connection: close").endsWith("}");
  }

  /// Whoever sends a byte and waits loses the connection: without an answer, or with 408.
  @Test
  void aRequestThatNeverEndsIsDropped() throws IOException {
    String answer =
        RawHttp.exchange(port, (GET + "X: ").getBytes(StandardCharsets.UTF_8))
            .lines()
            .findFirst()
            .orElse("");
    assertThat(answer).matches("|HTTP/1.1 408 .*|HTTP/1.1 400 .*");
  }

  private static Arguments request(int status, String what, String request) {
    return Arguments.of(status, what, request);
  }

  private static String post(String headers, String body) {
    return "POST /scans HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + CLOSE
        + headers
        + "\r\n"
        + body;
  }

  private static String length(String body) {
    return CLOSE + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static String chunks() {
    return ("400\r\n" + " ".repeat(0x400) + "\r\n").repeat(5) + "0";
  }
}
