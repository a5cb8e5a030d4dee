package cn.zhenrong.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A client that sends a request line as it is given: other clients refuse or mend what printed
/// codes, broken readers and curious people send.
public final class RawHttp {
  private static final int PATIENCE = 20_000;

  private RawHttp() {}

  /// What came back.
  public record Reply(String head, String body) {
    public int status() {
      return Integer.parseInt(head.split(" ", 3)[1]);
    }

    /// The value of a header, empty if it is not there.
    public String header(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  /// Sends one request without a body to this machine, as HTTP/1.0: the answer comes in one piece.
  public static Reply send(int port, String method, String path, String... headers)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE);
      String request =
          method + " " + path + " HTTP/1.0\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      return new Reply(all.substring(0, end), all.substring(end + 4));
    }
  }
}
