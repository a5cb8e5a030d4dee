package cn.zhenrong.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/// What the service misses in a body, asked of the service itself: the records of requests take
/// anything, and only their readers know what they cannot do without.
///
/// @param callers who asks; the first who gets as far as the body counts
/// @param ids what stands for a variable of a path, by the word before it, such as `batches`
public record Refused(List<Http> callers, Map<String, String> ids) {
  /// One of several members has to be there, whichever.
  private static final String CHOICE = ".one-of";

  /// The style of this very application has variants, and this is none of them.
  private static final String OF_THE_STYLE = "variant.unknown";

  /// The fields refused, or nothing if nobody got as far as the body.
  public Optional<Set<String>> fields(String method, String path, Map<String, Object> body) {
    byte[] json = JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    for (Http caller : callers) {
      Http.Reply reply =
          caller.send(method.toUpperCase(Locale.ROOT), real(path), "application/json", json);
      if (reply.status() < 300) {
        return Optional.of(Set.of());
      }
      if (reply.status() == 422) {
        Set<String> fields = new TreeSet<>();
        reply
            .json()
            .path("fields")
            .forEach(field -> {
              String code = field.path("code").asString();
              if (!code.endsWith(CHOICE) && !code.equals(OF_THE_STYLE)) {
                fields.add(field.path("field").asString());
              }
            });
        return Optional.of(fields);
      }
    }
    return Optional.empty();
  }

  private String real(String path) {
    List<String> real = new ArrayList<>();
    String before = "";
    for (String segment : path.split("/", -1)) {
      real.add(segment.startsWith("{") ? ids.getOrDefault(before, "1") : segment);
      before = segment;
    }
    return String.join("/", real);
  }
}
