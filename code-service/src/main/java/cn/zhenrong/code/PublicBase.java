package cn.zhenrong.code;

import cn.zhenrong.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/// The public address of the installation: scheme, host and perhaps a port, and nothing else
/// (code-format §3).
///
/// @param scheme `https`, or `http` in demo mode
/// @param authority host and port in lower case, such as `id.example.cn` or `localhost:8080`; the
///   scheme's own port is left out
public record PublicBase(String scheme, String authority) {
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final int HIGHEST_PORT = 65_535;

  /// Reads the setting.
  ///
  /// @param url such as `https://id.example.cn`; a slash at the end is allowed
  /// @param demo whether `http` is allowed
  /// @throws Problem `base.scheme` or `base.syntax`
  public static PublicBase of(String url, boolean demo) {
    URI uri = parsed(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    String scheme = lower(uri.getScheme() == null ? "" : uri.getScheme());
    if (!scheme.equals("https") && !(demo && scheme.equals("http"))) {
      throw CodeTexts.invalid("publicBase", "base.scheme");
    }
    return new PublicBase(scheme, authority(uri, scheme));
  }

  /// How the printed text begins: the scheme in lower case, the rest in upper case, because some
  /// phone cameras do not open `HTTPS://`.
  public String printed() {
    return scheme + "://" + authority.toUpperCase(Locale.ROOT);
  }

  /// The address for links on screens, such as `https://id.example.cn`.
  public String origin() {
    return scheme + "://" + authority;
  }

  private static URI parsed(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw CodeTexts.invalid("publicBase", "base.syntax");
    }
  }

  private static String authority(URI uri, String scheme) {
    String host = uri.getHost() == null ? "" : lower(uri.getHost());
    boolean more =
        uri.getRawUserInfo() != null
            || uri.getRawQuery() != null
            || uri.getRawFragment() != null
            || !"".equals(uri.getRawPath());
    if (more
        || !HOST.matcher(host).matches()
        || uri.getPort() == 0
        || uri.getPort() > HIGHEST_PORT) {
      throw CodeTexts.invalid("publicBase", "base.syntax");
    }
    int usual = scheme.equals("https") ? 443 : 80;
    return uri.getPort() < 0 || uri.getPort() == usual ? host : host + ":" + uri.getPort();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
