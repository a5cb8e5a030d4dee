package cn.zhenrong.lookup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads a query string that strangers add to. The container refuses a whole request for one broken
/// escape in a parameter nobody asked for; a shopper's page must not.
final class Query {
  private Query() {}

  /// The value of the first parameter of this name, empty if it has none; null if there is no such
  /// parameter. A value with a broken escape is given as it was written.
  static @Nullable String first(@Nullable String query, String name) {
    if (query == null) {
      return null;
    }
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (pair.substring(0, equals < 0 ? pair.length() : equals).equals(name)) {
        return equals < 0 ? "" : decoded(pair.substring(equals + 1));
      }
    }
    return null;
  }

  /// The value of the first parameter of this name in whatever case, with `&` or `;` between
  /// parameters (GS1 Digital Link: URI Syntax 1.7, 4.10.1); null if there is no such parameter.
  static @Nullable String firstOfAnyCase(@Nullable String query, String name) {
    if (query == null) {
      return null;
    }
    for (String pair : query.split("[&;]")) {
      int equals = pair.indexOf('=');
      if (decoded(equals < 0 ? pair : pair.substring(0, equals)).equalsIgnoreCase(name)) {
        return equals < 0 ? "" : decoded(pair.substring(equals + 1));
      }
    }
    return null;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
