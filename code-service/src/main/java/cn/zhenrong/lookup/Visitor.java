package cn.zhenrong.lookup;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Language;
import cn.zhenrong.scan.Device;
import cn.zhenrong.scan.Verifications;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// What a public request says of the person behind it: device, language, and the signature in the
/// text they scanned.
@Component
class Visitor {
  private static final int LONGEST_SIGNATURE = 400;
  private static final int LONGEST_HOPS = 1000;

  private final Verifications verifications;
  private final PublicBase base;
  private final String trustedProxy;

  Visitor(
      Verifications verifications,
      PublicBase base,
      @Value("${zhenrong.trusted-proxy:}") String trustedProxy) {
    this.verifications = verifications;
    this.base = base;
    this.trustedProxy = trustedProxy;
  }

  Device device(HttpServletRequest request) {
    return verifications.device(
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
