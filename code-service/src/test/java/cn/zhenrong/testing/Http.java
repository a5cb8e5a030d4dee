package cn.zhenrong.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client for one running service, with whatever headers a test wants. Redirects are not
/// followed.
public final class Http {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private static final String BROWSER = "Mozilla/5.0 (Linux; Android 16) Chrome/142.0 Mobile";

  private final String base;
  private final List<String> headers;

  private Http(String base, List<String> headers) {
    this.base = base;
    this.headers = headers;
  }

  /// Talks to the service under test as nobody.
  public static Http to(Environment environment) {
    return new Http(
        "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"), List.of());
  }

  /// Talks to a service on this port of this machine as nobody.
  public static Http to(int port) {
    return new Http("http://127.0.0.1:" + port, List.of());
  }

  /// The same service, with an API key.
  public Http as(String key) {
    return with("Authorization", "Bearer " + key);
  }

  /// The same service, with one more header on every request.
  public Http with(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(name);
    more.add(value);
    return new Http(base, more);
  }

  public String base() {
    return base;
  }

  public Reply get(String path) {
    return send("GET", path, null, null);
  }

  public Reply post(String path, @Nullable String json) {
    return send(
        "POST",
        path,
        "application/json",
        json == null ? null : json.getBytes(StandardCharsets.UTF_8));
  }

  public Reply send(String method, String path, @Nullable String type, byte @Nullable [] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (!headers.contains("User-Agent")) {
      // A program's beacons are not counted; who is here stands for people.
      request.header("User-Agent", BROWSER);
    }
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      return new Reply(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// What came back.
  public record Reply(HttpResponse<byte[]> response) {
    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public byte[] bytes() {
      return response.body();
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    /// The last part of the problem's type.
    public String problem() {
      return json().path("type").asString("").replace("urn:zhenrong:problem:", "");
    }
  }
}
