package cn.zhenrong.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service's own public interface, called over loopback as any maker's program would call it.
final class DemoApi implements AutoCloseable {
  private final JsonMapper json;
  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  DemoApi(JsonMapper json, int port) {
    this.json = json;
    this.base = URI.create("http://127.0.0.1:" + port);
  }

  JsonNode get(String key, String path) {
    return json.readTree(text(key, path));
  }

  String text(String key, String path) {
    return new String(
        send(request(key, path).GET().build(), path, 200).body(), StandardCharsets.UTF_8);
  }

  /// Posts and gives the answer, which may be a problem the story expects.
  ///
  /// @param accepted a status beside 200 and 201 that is part of the story; 0 for none
  JsonNode post(String key, String path, Object body, int accepted) {
    HttpRequest request =
        request(key, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
            .build();
    return json.readTree(send(request, path, 200, 201, accepted).body());
  }

  /// Hands in a picture as a form does.
  void attach(String key, String path, byte[] png) {
    String boundary = "----a-picture-of-the-demo";
    String head =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.png\""
            + "\r\nContent-Type: image/png\r\n\r\n";
    HttpRequest request =
        request(key, path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofByteArray(png),
                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
            .build();
    send(request, path, 200);
  }

  private HttpRequest.Builder request(String key, String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + key);
  }

  private HttpResponse<byte[]> send(HttpRequest request, String path, int... expected) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      for (int status : expected) {
        if (response.statusCode() == status) {
          return response;
        }
      }
      throw new IllegalStateException(
          "the demo's "
              + path
              + " was answered "
              + response.statusCode()
              + ": "
              + new String(response.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the demo could not reach its own service", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
