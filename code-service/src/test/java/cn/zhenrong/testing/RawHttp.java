package cn.zhenrong.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
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
    String request =
        method + " " + path + " HTTP/1.0\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    String all = exchange(port, request.getBytes(StandardCharsets.UTF_8));
    int end = all.indexOf("\r\n\r\n");
    return new Reply(all.substring(0, end), all.substring(end + 4));
  }

  /// Sends bytes, whatever they are, and gives all that comes back until the other end closes; it
  /// may have closed before it had read everything.
  public static String exchange(int port, byte[] bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE);
      try {
        socket.getOutputStream().write(bytes);
      } catch (SocketException e) {
        // What it said before it hung up is what counts.
      }
      return new String(received(socket.getInputStream()), StandardCharsets.UTF_8);
    }
  }

  private static byte[] received(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    try {
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        all.write(some, 0, count);
      }
    } catch (SocketException e) {
      // A reset: nothing more comes.
    }
    return all.toByteArray();
  }
}
