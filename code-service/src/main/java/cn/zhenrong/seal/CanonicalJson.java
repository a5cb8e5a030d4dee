package cn.zhenrong.seal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Canonical JSON (RFC 8785) for the values that manifests are made of: strings, whole numbers,
/// booleans, null, lists and maps. The same values always give the same bytes.
public final class CanonicalJson {
  /// The largest number that every JSON reader keeps exactly (RFC 8785 §3.2.2.3): 2⁵³ − 1.
  private static final long LARGEST = (1L << 53) - 1;

  private CanonicalJson() {}

  /// The UTF-8 bytes of a value.
  ///
  /// @param value `String`, `Integer`, `Long`, `Boolean`, null, or a `List` or `Map` of these; the
  ///   keys of a map are strings
  /// @throws IllegalArgumentException for any other type, a number beyond 2⁵³ − 1 or a text with
  ///   half a surrogate pair
  public static byte[] bytes(@Nullable Object value) {
    StringBuilder json = new StringBuilder();
    write(value, json);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(@Nullable Object value, StringBuilder json) {
    switch (value) {
      case null -> json.append("null");
      case String text -> writeText(text, json);
      case Integer number -> json.append(number.intValue());
      case Long number -> json.append(exact(number));
      case Boolean truth -> json.append(truth.booleanValue());
      case List<?> list -> writeList(list, json);
      case Map<?, ?> map -> writeMap(map, json);
      default ->
          throw new IllegalArgumentException(
              "canonical JSON does not take " + value.getClass().getName());
    }
  }

  private static void writeList(List<?> list, StringBuilder json) {
    String comma = "";
    json.append('[');
    for (Object item : list) {
      json.append(comma);
      write(item, json);
      comma = ",";
    }
    json.append(']');
  }

  /// Keys are sorted by UTF-16 code units (RFC 8785 §3.2.3), which is how Java compares strings.
  private static void writeMap(Map<?, ?> map, StringBuilder json) {
    TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> {
      if (!(key instanceof String name)) {
        throw new IllegalArgumentException("the keys of a JSON object are strings");
      }
      sorted.put(name, value);
    });
    String comma = "";
    json.append('{');
    for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
      json.append(comma);
      writeText(entry.getKey(), json);
      json.append(':');
      write(entry.getValue(), json);
      comma = ",";
    }
    json.append('}');
  }

  private static void writeText(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isHalfAPair(text, i)) {
        throw new IllegalArgumentException("half a surrogate pair at " + i);
      }
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\t' -> json.append("\\t");
        case '\n' -> json.append("\\n");
        case '\f' -> json.append("\\f");
        case '\r' -> json.append("\\r");
        default -> writePlain(c, json);
      }
    }
    json.append('"');
  }

  private static void writePlain(char c, StringBuilder json) {
    if (c < ' ') {
      json.append("\\u00").append(c < 16 ? '0' : '1').append(Character.forDigit(c & 15, 16));
    } else {
      json.append(c);
    }
  }

  private static boolean isHalfAPair(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private static long exact(long number) {
    if (number > LARGEST || number < -LARGEST) {
      throw new IllegalArgumentException("a JSON number lies within 2^53 - 1");
    }
    return number;
  }
}
