package cn.zhenrong.issue;

import static cn.zhenrong.issue.Garment.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.LogTap;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.ServiceTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a client that is slow, gone or not alone does to the stream of codes, over real sockets.
/// The batch is far larger than what sockets buffer.
@ServiceTest
class StreamingIT {
  private static final int CODES = 100_000;
  private static final String[] SERVING = {"cn.zhenrong", "org.springframework", "org.apache"};

  @Autowired Makers makers;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private String batch;

  @BeforeEach
  void aLargeBatch() {
    member = makers.maker();
    maker = member.api(port);
    Garment garment = Garment.passing(maker, CODES);
    batch = PATH + "/" + garment.openBatch(garment.body(Integer.toString(CODES), ""));
  }

  @Test
  void aClientThatStopsReadingHoldsUpNobodyAndIsDropped() throws Exception {
    try (LogTap log = new LogTap("WARN", SERVING);
        Client stalled = new Client()) {
      long announced = stalled.readHead();

      assertThat(maker.get(batch).status()).isEqualTo(200);
      assertThat(rows(maker.get(batch + "/codes.csv?count=20000"))).isEqualTo(20_000);

      // The connection's time-out: zhenrong's server.tomcat.connection-timeout.
      awaitState(0, "BROKEN_OFF");
      assertThat(stalled.readAll()).as("bytes that were on their way").isLessThan(announced);
      assertThat(log.traces()).isEmpty();
    }
    assertThat(maker.get(batch + "/codes.csv?from=20001&count=1000").status())
        .as("going on needs no reason")
        .isEqualTo(200);
  }

  @Test
  void aClientThatGoesAwayEndsTheWork() throws Exception {
    try (LogTap log = new LogTap("WARN", SERVING)) {
      try (Client gone = new Client()) {
        gone.readHead();
        gone.read(100_000);
      }
      awaitState(0, "BROKEN_OFF");
      try (Client package_ =
          new Client("POST", "/codes.zip", "{\"password\":\"a long password\"}")) {
        package_.read(100_000);
      }
      awaitState(0, "BROKEN_OFF");
      assertThat(states()).containsExactly("BROKEN_OFF", "BROKEN_OFF");
      assertThat(log.traces()).isEmpty();
    }
    assertThat(rows(maker.get(batch + "/codes.csv"))).isEqualTo(CODES);
  }

  @Test
  void twoAtOnceBothGetTheWhole() {
    CompletableFuture<Answer> one =
        CompletableFuture.supplyAsync(() -> maker.get(batch + "/codes.csv"));
    Answer two = maker.get(batch + "/codes.csv?reason=x");
    assertThat(rows(two)).isEqualTo(CODES);
    assertThat(one.join().body()).isEqualTo(two.body());
  }

  @Test
  void aPartyHasSoManyAtATime() throws Exception {
    List<Client> clients = new ArrayList<>();
    try {
      for (int i = 0; i < Downloads.MOST_AT_ONCE; i++) {
        Client client = new Client();
        clients.add(client);
        client.readHead();
      }
      Answer refused = maker.get(batch + "/codes.csv");
      assertThat(refused.problem()).isEqualTo("too-many-requests");
      assertThat(makers.association().api(port).get(batch + "/codes.csv?count=1").status())
          .as("others")
          .isEqualTo(200);
    } finally {
      for (Client client : clients) {
        client.close();
      }
    }
    Patience.until(
        "their places are free",
        () -> maker.get(batch + "/codes.csv?count=1&reason=x").status() == 200);
  }

  private void awaitState(int number, String state) {
    Patience.until("the download is " + state, () -> states().get(number).equals(state));
  }

  /// Of this batch's downloads that were more than a piece, newest first.
  private List<String> states() {
    return StreamSupport.stream(maker.get(batch + "/downloads").json().spliterator(), false)
        .filter(one -> one.path("last").asLong() == CODES)
        .map(one -> one.path("state").asString())
        .toList();
  }

  private static long rows(Answer file) {
    assertThat(file.status()).isEqualTo(200);
    long rows = -1;
    for (byte b : file.body()) {
      rows += b == '\n' ? 1 : 0;
    }
    return rows;
  }

  /// A client that reads when it is told to.
  private final class Client implements AutoCloseable {
    private final Socket socket = new Socket();
    private final InputStream in;

    Client() throws IOException {
      this("GET", "/codes.csv", "");
    }

    Client(String method, String path, String json) throws IOException {
      socket.setReceiveBufferSize(8192);
      socket.setSoTimeout(20_000);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      String request =
          method
              + " "
              + batch
              + path
              + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + member.key()
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + json.length()
              + "\r\n\r\n"
              + json;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      in = socket.getInputStream();
    }

    /// @return the length announced
    long readHead() throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      assertThat(head.toString()).startsWith("HTTP/1.1 200");
      return head.toString()
          .lines()
          .filter(line -> line.startsWith("Content-Length: "))
          .mapToLong(line -> Long.parseLong(line.substring("Content-Length: ".length())))
          .sum();
    }

    void read(int bytes) throws IOException {
      assertThat(in.readNBytes(bytes)).hasSize(bytes);
    }

    /// What still comes until the connection ends, one way or the other.
    long readAll() {
      long sum = 0;
      byte[] some = new byte[65_536];
      try {
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
          sum += n;
        }
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("reset");
      }
      return sum;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
