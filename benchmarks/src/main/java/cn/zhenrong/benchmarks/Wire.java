package cn.zhenrong.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// HTTP/1.1 over one plain socket that is kept open. A client on the same cores takes its time from
/// the service it measures; this one has one thread, no layers, and throws a download away as it
/// reads it.
final class Wire implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// The service closes a connection that says nothing for ten seconds.
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

  private final int port;
  private final String key;
  private final byte[] buffer = new byte[1 << 17];
  private @Nullable Socket socket;
  private long lastUse;
  private int at;
  private int end;

  /// @param key API key
  Wire(int port, String key) {
    this.port = port;
    this.key = key;
  }

  /// What came back.
  record Answer(int status, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return status + " " + text();
    }

    /// The body, if the status is this one.
    ///
    /// @throws IllegalStateException that tells the answer, if not
    String expect(int wanted) {
      if (status != wanted) {
        throw new IllegalStateException("answered " + this);
      }
      return text();
    }
  }

  /// A body that was read and thrown away.
  ///
  /// @param tail its last bytes, at most a thousand
  record Download(int status, long bytes, String tail) {}

  Answer get(String path) throws IOException {
    Head head = send("GET", path, new byte[0]);
    return new Answer(head.status, body(head));
  }

  Answer post(String path, String json) throws IOException {
    Head head = send("POST", path, json.getBytes(StandardCharsets.UTF_8));
    return new Answer(head.status, body(head));
  }

  /// Reads what is there and keeps only the end of it. The length must have been announced.
  Download download(String path) throws IOException {
    Head head = send("GET", path, new byte[0]);
    Tail tail = new Tail();
    for (long rest = head.announced(); rest > 0; ) {
      int taken = (int) Math.min(rest, available());
      tail.add(buffer, at, taken);
      at += taken;
      rest -= taken;
    }
    end(head);
    return new Download(head.status, head.length, tail.text());
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
    at = 0;
    end = 0;
  }

  private Head send(String method, String path, byte[] body) throws IOException {
    String head =
        method
            + (" " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key)
            + (body.length > 0 ? "\r\nContent-Type: application/json" : "")
            + ("\r\nContent-Length: " + body.length + "\r\n\r\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(ISO_8859_1));
    request.writeBytes(body);
    if (System.nanoTime() - lastUse > LONGEST_SILENCE.toNanos()) {
      close();
    }
    connected().getOutputStream().write(request.toByteArray());
    return head();
  }

  private Socket connected() throws IOException {
    Socket open = socket;
    if (open == null) {
      open = new Socket();
      open.setTcpNoDelay(true);
      open.setSoTimeout((int) PATIENCE.toMillis());
      open.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5000);
      socket = open;
    }
    return open;
  }

  private Head head() throws IOException {
    Head head = new Head();
    head.status = Integer.parseInt(line().split(" ", 3)[1]);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      head.take(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1));
    }
    return head;
  }

  private byte[] body(Head head) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (head.chunked) {
      for (int size = chunk(); size > 0; size = chunk()) {
        take(size, body);
        line();
      }
      line();
    } else {
      take(head.announced(), body);
    }
    end(head);
    return body.toByteArray();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private void take(long length, ByteArrayOutputStream into) throws IOException {
    for (long rest = length; rest > 0; ) {
      int taken = (int) Math.min(rest, available());
      into.write(buffer, at, taken);
      at += taken;
      rest -= taken;
    }
  }

  private void end(Head head) throws IOException {
    lastUse = System.nanoTime();
    if (head.close) {
      close();
    }
  }

  /// How many bytes lie in the buffer; reads if there are none.
  private int available() throws IOException {
    if (at == end) {
      at = 0;
      end = connected().getInputStream().read(buffer);
      if (end < 0) {
        close();
        throw new EOFException("the service closed the connection");
      }
    }
    return end - at;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      available();
      char c = (char) (buffer[at++] & 0xff);
      if (c == '\n') {
        return line.toString();
      }
      if (c != '\r') {
        line.append(c);
      }
    }
  }

  /// What the client needs of a response's head.
  private static final class Head {
    private int status;
    private long length = -1;
    private boolean chunked;
    private boolean close;

    void take(String name, String value) {
      switch (name) {
        case "content-length" -> length = Long.parseLong(value.strip());
        case "transfer-encoding" -> chunked = value.strip().equalsIgnoreCase("chunked");
        case "connection" -> close = value.strip().equalsIgnoreCase("close");
        default -> {}
      }
    }

    long announced() throws IOException {
      if (length < 0) {
        throw new IOException("an answer of unknown length");
      }
      return length;
    }
  }

  /// The last bytes of what went by.
  private static final class Tail {
    private final byte[] kept = new byte[1000];
    private int length;

    void add(byte[] from, int offset, int count) {
      int fresh = Math.min(count, kept.length);
      int old = Math.min(length, kept.length - fresh);
      System.arraycopy(kept, length - old, kept, 0, old);
      System.arraycopy(from, offset + count - fresh, kept, old, fresh);
      length = old + fresh;
    }

    String text() {
      return new String(kept, 0, length, ISO_8859_1);
    }
  }
}
