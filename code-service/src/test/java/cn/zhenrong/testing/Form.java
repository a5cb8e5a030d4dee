package cn.zhenrong.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form as a browser sends it, with fields and perhaps a photo.
public final class Form {
  private static final String BOUNDARY = "----zhenrongtestboundary";

  private final Map<String, String> fields = new LinkedHashMap<>();
  private byte @Nullable [] photo;

  public Form with(String field, String value) {
    fields.put(field, value);
    return this;
  }

  public Form photo(byte[] bytes) {
    photo = bytes;
    return this;
  }

  public Http.Reply post(Http http, String path) {
    return http.send("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body());
  }

  private byte[] body() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fields.forEach((name, value) ->
        write(out, "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n", value));
    if (photo != null) {
      out.writeBytes(
          ("--"
                  + BOUNDARY
                  + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n"
                  + "Content-Type: image/jpeg\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      out.writeBytes(photo);
      out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String head, String value) {
    out.writeBytes(
        ("--" + BOUNDARY + "\r\n" + head + value + "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
