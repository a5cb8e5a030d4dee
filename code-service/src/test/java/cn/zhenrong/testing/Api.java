package cn.zhenrong.testing;

import cn.zhenrong.testing.Http.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Somebody who sends records to the running service: JSON with apostrophes for quotes, and files.
public record Api(Http http) {

  /// @param key API key; empty for nobody in particular
  public Api(int port, String key) {
    this(key.isEmpty() ? Http.to(port) : Http.to(port).as(key));
  }

  /// What came back.
  public record Answer(Reply reply) {
    public int status() {
      return reply.status();
    }

    public byte[] body() {
      return reply.bytes();
    }

    public JsonNode json() {
      return reply.json();
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

    public String problem() {
      return reply.problem();
    }

    public String header(String name) {
      return reply.header(name);
    }

    @Override
    public String toString() {
      return status() + " " + reply.text();
    }
  }

  /// The same somebody, with one more header on every request.
  public Api with(String name, String value) {
    return new Api(http.with(name, value));
  }

  public Answer get(String path) {
    return new Answer(http.get(path));
  }

  public Answer delete(String path) {
    return new Answer(http.send("DELETE", path, null, null));
  }

  /// Posts JSON text; apostrophes stand for quotes.
  public Answer post(String path, String json) {
    return new Answer(http.post(path, json.replace('\'', '"')));
  }

  /// Puts JSON text; apostrophes stand for quotes.
  public Answer put(String path, String json) {
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new Answer(http.send("PUT", path, "application/json", body));
  }

  /// Posts JSON text under an `Idempotency-Key`.
  public Answer postOnce(String path, String json, String idempotencyKey) {
    return with("Idempotency-Key", idempotencyKey).post(path, json);
  }

  public Answer post(String path, String type, byte[] body) {
    return new Answer(http.send("POST", path, type, body));
  }

  /// Posts one file as a browser's form does, under a boundary that differs each time.
  public Answer upload(String path, String part, byte[] bytes) {
    String boundary = "zr" + System.nanoTime();
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"report.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n")
            .formatted(boundary, part)
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(bytes);
    form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return post(path, "multipart/form-data; boundary=" + boundary, form.toByteArray());
  }
}
