package cn.zhenrong.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which addresses a page may carry: paths of this site, and `https` for a laboratory's own site.
/// Nothing else can become a link, so no record can plant a script or a tracker.
final class Addresses {
  private Addresses() {}

  static void requireLocal(@Nullable String url) {
    if (url != null && (!url.startsWith("/") || url.startsWith("//") || url.startsWith("/\\"))) {
      throw new IllegalArgumentException("a link of the page must be a path of this site");
    }
  }

  static void requireHttps(@Nullable String url) {
    if (url != null && !url.toLowerCase(Locale.ROOT).startsWith("https://")) {
      throw new IllegalArgumentException("a link to another site must be https");
    }
  }
}
