package cn.zhenrong.product;

import cn.zhenrong.code.PublicBase;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a redirect may lead to an address: a public site by name, over TLS.
final class WebAddress {
  /// A name with a dot whose last label has a letter: neither an IP address, whatever its spelling,
  /// nor a name that only means something on one machine or in one house.
  private static final Pattern HOST =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  private static final List<String> AT_HOME =
      List.of("localhost", "local", "internal", "lan", "home", "test", "invalid", "onion");
  private static final int HIGHEST_PORT = 65_535;

  private WebAddress() {}

  static boolean isPublic(String text, PublicBase own) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return false;
    }
    boolean plain =
        text.chars().allMatch(c -> c > ' ' && c < 127)
            && "https".equals(uri.getScheme())
            && uri.getRawUserInfo() == null
            && uri.getRawFragment() == null
            && uri.getPort() != 0
            && uri.getPort() <= HIGHEST_PORT;
    return plain && isPublicHost(uri.getHost(), own);
  }

  private static boolean isPublicHost(@Nullable String name, PublicBase own) {
    if (name == null) {
      return false;
    }
    String host = name.toLowerCase(Locale.ROOT);
    String last = host.substring(host.lastIndexOf('.') + 1);
    String ownHost = own.authority().replaceFirst(":\\d+$", "");
    return HOST.matcher(host).matches() && !AT_HOME.contains(last) && !host.equals(ownHost);
  }
}
