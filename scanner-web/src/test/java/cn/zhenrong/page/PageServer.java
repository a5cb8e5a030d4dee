package cn.zhenrong.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/// Serves rendered pages on the loopback interface as the service would, and keeps what was asked
/// and posted.
final class PageServer implements AutoCloseable {
  private static final String PHOTO =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'><path d='M1 1h2v1H1z'/></svg>";

  private final HttpServer server;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> posted = new CopyOnWriteArrayList<>();

  PageServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /// Serves `html` and tells its address.
  String put(String name, String html) {
    pages.put("/" + name, html);
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
  }

  /// Paths asked for, in order.
  List<String> asked() {
    return asked;
  }

  /// Content type and body of each post, in order.
  List<String> posted() {
    return posted;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      asked.add(path);
      if (exchange.getRequestMethod().equals("POST")) {
        count(exchange);
      } else if (path.startsWith("/photos/")) {
        send(exchange, 200, "image/svg+xml", PHOTO);
      } else {
        String html = pages.get(path);
        send(
            exchange,
            html == null ? 404 : 200,
            "text/html; charset=utf-8",
            html == null ? "" : html);
      }
    }
  }

  private void count(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    posted.add(type + " " + body);
    if (type.equals("application/json")) {
      exchange.sendResponseHeaders(204, -1);
    } else {
      String thanks =
          Samples.html(
              Pages.thanks(Samples.frame(Language.ZH), null, body.contains("true"), null, null));
      send(exchange, 200, "text/html; charset=utf-8", thanks);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = gzipped(body);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    exchange.getResponseHeaders().set("Content-Security-Policy", Pages.contentSecurityPolicy());
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static byte[] gzipped(String body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
