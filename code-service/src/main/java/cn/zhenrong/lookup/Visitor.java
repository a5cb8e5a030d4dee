package cn.zhenrong.lookup;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Language;
import cn.zhenrong.scan.ClientAddress;
import cn.zhenrong.scan.Sender;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// What a public request says of the person behind it: who sent it, language, and the signature in
/// the text they scanned.
@Component
class Visitor {
  private static final int LONGEST_SIGNATURE = 400;
  private static final int LONGEST_TEXT = 600;
  private static final int LONGEST_AGAIN = 2_000;

  /// A path of this site and of no other: a browser takes `//` and `/\\` for the start of a host.
  private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]*");

  private final PublicBase base;
  private final ClientAddress addresses;

  Visitor(PublicBase base, ClientAddress addresses) {
    this.base = base;
    this.addresses = addresses;
  }

  Sender sender(HttpServletRequest request) {
    return new Sender(
        addresses.of(request),
        request.getHeader(HttpHeaders.USER_AGENT),
        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /// The first `S` parameter; a repeat is ignored (code-format §3).
  static @Nullable String signature(HttpServletRequest request) {
    return signature(request.getQueryString());
  }

  /// The same of a query string that came as text.
  static @Nullable String signature(@Nullable String query) {
    String value = Query.first(query, "S");
    return value == null || value.length() <= LONGEST_SIGNATURE ? value : "";
  }

  /// The whole text that was scanned or pasted, where a page of a code could not be shown; null if
  /// the request carries none.
  static @Nullable String text(HttpServletRequest request) {
    String value = Query.first(request.getQueryString(), "text");
    return value == null || value.isBlank() ? null : text(value);
  }

  /// A text as it goes with a report: without what cannot be seen, and not too long.
  static String text(String scanned) {
    String seen =
        scanned
            .codePoints()
            .filter(c -> Character.isLetterOrDigit(c) || c >= ' ' && c < 0x7F)
            .limit(LONGEST_TEXT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return seen.substring(0, Math.min(seen.length(), LONGEST_TEXT));
  }

  /// What was asked for, as it was sent.
  static String asked(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  /// A parameter behind others.
  static String parameter(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// The site a scanned text leads to.
  String host(@Nullable String text) {
    return text != null && Pasted.read(text, base) instanceof Pasted.Elsewhere elsewhere
        ? elsewhere.host()
        : base.authority();
  }

  static Language language(HttpServletRequest request) {
    return Language.choose(
        Query.first(request.getQueryString(), "lang"),
        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /// The query of a link to another page of the same code: language, signature and text. Without
  /// them a page that warned would become one that does not.
  static String query(HttpServletRequest request) {
    return "?lang=" + language(request).parameter() + kept(request);
  }

  private static String kept(HttpServletRequest request) {
    String signature = signature(request);
    String text = text(request);
    return (signature == null ? "" : parameter("S", signature))
        + (text == null ? "" : parameter("text", text));
  }

  /// The frame of the page that was asked for, whatever that is: its switch asks for the same once
  /// more, in the other language.
  Frame frame(HttpServletRequest request) {
    boolean again = request.getMethod().equals("GET");
    return frame(request, again ? request.getRequestURI() : "/", again);
  }

  /// The same where a request was refused before it got anywhere.
  ///
  /// @param path as it was sent
  /// @param again whether the rest of the request goes along
  Frame frame(HttpServletRequest request, String path, boolean again) {
    Language language = language(request);
    String query = again ? request.getQueryString() : null;
    String lang = "lang=" + language.other().parameter();
    String rest =
        query == null
            ? ""
            : Arrays.stream(query.split("&"))
                .filter(
                    pair -> !pair.isEmpty() && !pair.equals("lang") && !pair.startsWith("lang="))
                .collect(Collectors.joining("&"));
    String url = path + "?" + (rest.isEmpty() ? "" : rest + "&") + lang;
    boolean here = HERE.matcher(path).matches() && url.length() <= LONGEST_AGAIN;
    return new Frame(language, host(), here ? url : "/?" + lang);
  }

  private String host() {
    return base.authority().toLowerCase(Locale.ROOT);
  }

  /// The frame of a page at `path`, whose switch to the other language keeps the signature.
  Frame frame(HttpServletRequest request, String path) {
    Language language = language(request);
    return new Frame(
        language,
        host(),
        path
            + (path.contains("?") ? "&" : "?")
            + "lang="
            + language.other().parameter()
            + kept(request));
  }
}
