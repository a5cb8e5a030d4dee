package cn.zhenrong.lookup;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The request nearly every camera sends: a printed code with nothing asked of it but its page. It
/// needs no linkset, so it can be answered without a store and in front of everything else.
final class PlainRequest {
  private static final String SYMBOLS = "[0-9A-HJKMNP-TV-Z]{16}";
  private static final Pattern PATH =
      Pattern.compile("/01/[0-9]{14}/21/" + SYMBOLS + "|/S/" + SYMBOLS);

  private PlainRequest() {}

  /// Whether the answer is the page of the code ([#location]) if path and code belong together, and
  /// the red page if the code was never issued. Anything else is for [ResolverController] to read.
  ///
  /// @param path as it was sent
  /// @param query as it was sent, without the question mark
  /// @param accept the header; null if there is none
  static boolean isPlain(String path, @Nullable String query, @Nullable String accept) {
    return PATH.matcher(path).matches() && isPlainQuery(query) && isBrowser(accept);
  }

  /// Where the page of an identifier is: in the reader's language if `Accept-Language` decides,
  /// else for the page to choose; with the whole query behind it, byte for byte (GS1-Conformant
  /// Resolver 1.2.1, 2.5.8 and 2.12).
  ///
  /// @param page such as `/scan/7K3M9XQ2V5TAB8R8`, without a query
  static String location(String page, @Nullable String query, @Nullable String acceptLanguage) {
    String language = Query.first(query, "lang") == null ? decided(acceptLanguage) : null;
    return forwarded(language == null ? page : page + "?lang=" + language, query);
  }

  /// A target with the whole query of the request behind its own.
  static String forwarded(String target, @Nullable String query) {
    return query == null ? target : target + (target.indexOf('?') < 0 ? '?' : '&') + query;
  }

  private static @Nullable String decided(@Nullable String acceptLanguage) {
    for (String range : Reading.ranges(acceptLanguage)) {
      if (range.equals("zh") || range.startsWith("zh-")) {
        return "zh";
      }
      if (range.equals("en") || range.startsWith("en-")) {
        return "en";
      }
    }
    return null;
  }

  /// No application identifier, no `linkType`, and no name written so that it could be one.
  private static boolean isPlainQuery(@Nullable String query) {
    if (query == null) {
      return true;
    }
    for (String pair : query.split("[&;]")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      boolean plain =
          name.isEmpty()
              || (Character.isLetter(name.charAt(0))
                  && name.indexOf('%') < 0
                  && !name.toLowerCase(Locale.ROOT).equals("linktype"));
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBrowser(@Nullable String accept) {
    return accept == null
        || accept.equals("*/*")
        || accept.equals("text/html")
        || accept.startsWith("text/html,");
  }
}
