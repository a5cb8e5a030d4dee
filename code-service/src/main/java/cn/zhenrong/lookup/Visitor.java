package cn.zhenrong.lookup;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Language;
import cn.zhenrong.scan.Sender;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// What a public request says of the person behind it: who sent it, language, and the signature in
/// the text they scanned.
@Component
class Visitor {
  private static final int LONGEST_SIGNATURE = 400;
  private static final int LONGEST_HOPS = 1000;

  private final PublicBase base;
  private final String trustedProxy;

  Visitor(PublicBase base, @Value("${zhenrong.trusted-proxy:}") String trustedProxy) {
    this.base = base;
    this.trustedProxy = trustedProxy;
  }

  Sender sender(HttpServletRequest request) {
    return new Sender(
        address(request),
        request.getHeader(HttpHeaders.USER_AGENT),
        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /// Behind the proxy the settings name, the address it saw: the last hop, which is the only one it
  /// vouches for. From anybody else the header is worth nothing.
  private String address(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    String hops = request.getHeader("X-Forwarded-For");
    if (!peer.equals(trustedProxy) || hops == null || hops.length() > LONGEST_HOPS) {
      return peer;
    }
    return hops.substring(hops.lastIndexOf(',') + 1).strip();
  }

  /// The first `S` parameter; a repeat is ignored (code-format §3).
  static @Nullable String signature(HttpServletRequest request) {
    String value = Query.first(request.getQueryString(), "S");
    return value == null || value.length() <= LONGEST_SIGNATURE ? value : "";
  }

  static Language language(HttpServletRequest request) {
    return Language.choose(
        Query.first(request.getQueryString(), "lang"),
        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /// The frame of a page at `path`, whose switch to the other language keeps the signature.
  Frame frame(HttpServletRequest request, String path) {
    Language language = language(request);
    String signature = signature(request);
    String keep =
        signature == null || signature.isEmpty()
            ? ""
            : "&S=" + URLEncoder.encode(signature, StandardCharsets.UTF_8);
    return new Frame(
        language,
        base.authority().toLowerCase(Locale.ROOT),
        path + (path.contains("?") ? "&" : "?") + "lang=" + language.other().parameter() + keep);
  }
}
