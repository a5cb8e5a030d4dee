package cn.zhenrong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who calls the running service over HTTP with an API key.
///
/// @param key empty for nobody in particular
public record Api(int port, String key) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// What came back.
  public record Answer(int status, byte[] body, HttpResponse<byte[]> response) {
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /// The text of a member of the body.
    public String text(String member) {
      return json().path(member).asString();
    }

    /// `field code` of each field problem, in the order told.
    public List<String> fields() {
      return StreamSupport.stream(json().path("fields").spliterator(), false)
          .map(f -> f.path("field").asString() + " " + f.path("code").asString())
          .toList();
    }

    /// The last part of the problem's type.
    public String problem() {
      return text("type").replace("urn:zhenrong:problem:", "");
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
      return status + " " + new String(body, StandardCharsets.UTF_8);
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /// Posts JSON text; apostrophes may stand for quotes.
  public Answer post(String path, String json) {
    return post(path, "application/json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  /// Posts JSON text under an `Idempotency-Key`.
  public Answer postOnce(String path, String json, String idempotencyKey) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  public Answer post(String path, String type, byte[] body) {
    return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
  }

  /// Posts one file as a browser's form does.
  public Answer upload(String path, String part, byte[] bytes) {
    byte[] head =
        ("--zr\r\nContent-Disposition: form-data; name=\""
                + part
                + "\"; filename=\"report.pdf\"\r\nContent-Type: application/pdf\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = "\r\n--zr--\r\n".getBytes(StandardCharsets.UTF_8);
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=zr")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofByteArray(head),
                    BodyPublishers.ofByteArray(bytes),
                    BodyPublishers.ofByteArray(tail))));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
