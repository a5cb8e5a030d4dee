package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WireTest {
  @Test
  void readsBodiesOfAnnouncedLengthAndInChunksOverOneConnection() throws Exception {
    try (CannedServer server =
            new CannedServer(
                "HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nfirst",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "4\r\nseco\r\nA\r\nnd and las\r\n1\r\nt\r\n0\r\n\r\n",
                "HTTP/1.1 404 \r\ncontent-length: 0\r\n\r\n");
        Wire wire = server.wire()) {
      assertThat(wire.post("/a", "{}").expect(201)).isEqualTo("first");
      assertThat(wire.get("/b").text()).isEqualTo("second and last");
      assertThat(wire.get("/c").status()).isEqualTo(404);
      assertThat(server.requests())
          .containsExactly("POST /a HTTP/1.1 {}", "GET /b HTTP/1.1 ", "GET /c HTTP/1.1 ");
    }
  }

  @Test
  void connectsAgainWhereTheServiceEndsAConnection() throws Exception {
    try (CannedServer server =
            new CannedServer(
                "HTTP/1.1 200 \r\nConnection: close\r\nContent-Length: 1\r\n\r\n1",
                CannedServer.json("2"));
        Wire wire = server.wire()) {
      assertThat(wire.get("/").text()).isEqualTo("1");
      assertThat(wire.get("/").text()).isEqualTo("2");
    }
  }

  @Test
  void tellsTheAnswerWhereAnotherWasExpected() throws Exception {
    try (CannedServer server =
            new CannedServer("HTTP/1.1 422 \r\nContent-Length: 6\r\n\r\nclosed");
        Wire wire = server.wire()) {
      Wire.Answer answer = wire.get("/");
      assertThatThrownBy(() -> answer.expect(201)).hasMessageContaining("422 closed");
    }
  }

  @Test
  void countsADownloadAndKeepsItsEnd() throws Exception {
    String body = "x".repeat(300_000) + "the end";
    try (CannedServer server = new CannedServer(CannedServer.json(body));
        Wire wire = server.wire()) {
      Wire.Download download = wire.download("/file");

      assertThat(download.bytes()).isEqualTo(300_007);
      assertThat(download.tail()).hasSize(1000).endsWith("xthe end");
    }
  }

  @Test
  void keepsTheWholeOfAShortDownload() throws Exception {
    try (CannedServer server = new CannedServer(CannedServer.json("all of it"));
        Wire wire = server.wire()) {
      assertThat(wire.download("/file").tail()).isEqualTo("all of it");
    }
  }

  @Test
  void aDownloadThatBreaksOffIsNoDownload() throws Exception {
    try (CannedServer server = new CannedServer("HTTP/1.1 200 \r\nContent-Length: 9\r\n\r\nshort");
        Wire wire = server.wire()) {
      assertThatThrownBy(() -> wire.download("/file")).isInstanceOf(IOException.class);
    }
  }
}
