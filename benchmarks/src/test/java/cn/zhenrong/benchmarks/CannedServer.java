package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Answers each request, whatever it is, with the next of some prepared answers. An answer with
/// `Connection: close` ends its connection, and so does the last one.
final class CannedServer implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final List<String> answers;
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final Thread thread = new Thread(this::serve);

  CannedServer(String... answers) throws IOException {
    this.answers = new ArrayList<>(List.of(answers));
    thread.start();
  }

  static String json(String body) {
    return "HTTP/1.1 200 \r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  Wire wire() {
    return new Wire(listening.getLocalPort(), "a-key");
  }

  /// The first line and the body of each request.
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    listening.close();
    thread.join(5000);
  }

  private void serve() {
    while (!answers.isEmpty()) {
      try (Socket socket = listening.accept()) {
        while (!answers.isEmpty()) {
          requests.add(request(socket.getInputStream()));
          String answer = answers.removeFirst();
          send(answer, socket.getOutputStream());
          if (answer.contains("Connection: close")) {
            break;
          }
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  /// A few bytes at a time, so that every boundary falls between two of them once.
  private static void send(String answer, OutputStream out) throws IOException {
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; at += 7) {
      out.write(bytes, at, Math.min(7, bytes.length - at));
      out.flush();
    }
  }

  private static String request(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int read = in.read();
      if (read < 0) {
        throw new IOException("the client is gone");
      }
      head.append((char) read);
    }
    int length =
        head.toString()
            .lines()
            .filter(line -> line.startsWith("Content-Length: "))
            .mapToInt(line -> Integer.parseInt(line.substring(16)))
            .findFirst()
            .orElse(0);
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return head.toString().lines().findFirst().orElse("") + " " + body;
  }
}
