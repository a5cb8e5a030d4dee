package cn.zhenrong.lookup;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Language;
import cn.zhenrong.scan.ClientAddress;
import cn.zhenrong.scan.Sender;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// What a public request says of the person behind it: who sent it, language, and the signature in
/// the text they scanned.
@Component
class Visitor {
  private static final int LONGEST_SIGNATURE = 400;

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

  static Language language(HttpServletRequest request) {
    return Language.choose(
        Query.first(request.getQueryString(), "lang"),
        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /// The query of a link to another page of the same code: language and signature.
  static String query(HttpServletRequest request) {
    return "?lang=" + language(request).parameter() + kept(request);
  }

  private static String kept(HttpServletRequest request) {
    String signature = signature(request);
    return signature == null || signature.isEmpty()
        ? ""
        : "&S=" + URLEncoder.encode(signature, StandardCharsets.UTF_8);
  }

  /// The frame of a page at `path`, whose switch to the other language keeps the signature.
  Frame frame(HttpServletRequest request, String path) {
    Language language = language(request);
    return new Frame(
        language,
        base.authority().toLowerCase(Locale.ROOT),
        path
            + (path.contains("?") ? "&" : "?")
            + "lang="
            + language.other().parameter()
            + kept(request));
  }
}
