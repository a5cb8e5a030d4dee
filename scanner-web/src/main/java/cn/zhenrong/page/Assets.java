package cn.zhenrong.page;

import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The style sheet that stands inside every page, and the policy that lets exactly this one and our
/// own scripts run.
final class Assets {
  static final String STYLE = shortened(Tokens.asCss() + Resources.text("page.css"));

  static final Content STYLE_BYTES = Resources.asItIs(STYLE);

  static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "style-src '" + hash(STYLE) + "'",
          "script-src " + scripts(),
          "connect-src 'self'",
          "img-src 'self' data:",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'");

  private Assets() {}

  private static String scripts() {
    return Stream.of(Script.values())
        .map(script -> "'" + hash(script.source()) + "'")
        .collect(Collectors.joining(" "));
  }

  /// The source expression of CSP Level 3, 2.3.1: `sha256-` and the digest in base64.
  static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Our own style sheet without comments and needless blanks. It holds no string with blanks in it
  /// but font names, which this leaves alone.
  private static String shortened(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([{};,]) ?", "$1")
        .replaceAll(": ", ":")
        .replace(";}", "}")
        .strip();
  }
}
