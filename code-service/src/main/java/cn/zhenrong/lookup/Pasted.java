package cn.zhenrong.lookup;

import cn.zhenrong.code.PublicBase;
import java.net.IDN;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody put into the field for a code. A whole link is judged as if its symbol had been
/// scanned: by its site, its GTIN and its signature, and not only by the serial in it.
sealed interface Pasted {
  /// Scheme and authority of a link; browsers read a backslash as a slash.
  Pattern LINK = Pattern.compile("(?s)(?:([A-Za-z][A-Za-z0-9+.-]*):)?[/\\\\]{2,}([^/\\\\?#]*)(.*)");

  /// A link without its scheme, as some apps copy it.
  Pattern BARE = Pattern.compile("(?s)([^/\\\\?#\\s]*[.:][^/\\\\?#\\s]*)([/\\\\].*)");

  /// Where our links lead.
  Pattern OURS = Pattern.compile("/(01|[Ss]|scan)/[^/].*", Pattern.DOTALL);

  /// A link to another site.
  ///
  /// @param host as the network knows it, in ASCII: no letter of it only looks like one of ours
  record Elsewhere(String host) implements Pasted {}

  /// A link of this site.
  ///
  /// @param path with one slash in front, in ASCII
  /// @param query without the question mark; null if there was none
  record Link(String path, @Nullable String query) implements Pasted {}

  /// A serial, or what stands in its place.
  ///
  /// @param query as in a link
  record Typed(String text, @Nullable String query) implements Pasted {}

  static Pasted read(String typed, PublicBase base) {
    String text = typed.strip();
    Matcher link = LINK.matcher(text);
    if (link.matches()) {
      return at(link.group(1), link.group(2), link.group(3), text, base);
    }
    Matcher bare = BARE.matcher(text);
    if (bare.matches()) {
      return at(null, bare.group(1), bare.group(2), text, base);
    }
    return here(text.startsWith("/") ? text : "/" + text, text);
  }

  private static Pasted at(
      @Nullable String scheme, String authority, String rest, String text, PublicBase base) {
    String site = authority.toLowerCase(Locale.ROOT);
    if ("https".equalsIgnoreCase(scheme)) {
      site = site.replaceFirst(":443$", "");
    } else if ("http".equalsIgnoreCase(scheme)) {
      site = site.replaceFirst(":80$", "");
    }
    return site.equals(base.authority()) ? here(rest, text) : new Elsewhere(ascii(site));
  }

  private static Pasted here(String rest, String text) {
    String whole = rest.replaceFirst("(?s)#.*", "");
    int mark = whole.indexOf('?');
    String path = mark < 0 ? whole : whole.substring(0, mark);
    String query = mark < 0 ? null : whole.substring(mark + 1);
    if (OURS.matcher(path).matches()) {
      return new Link(escaped(path), query == null ? null : escaped(query));
    }
    String typed = path.replaceAll("^/|/+$", "");
    return new Typed(typed.indexOf('/') < 0 ? typed : text, query);
  }

  /// Without who signs in there and in the form that hides no look-alike letter.
  private static String ascii(String site) {
    String host = site.substring(site.lastIndexOf('@') + 1);
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException unreadable) {
      return escaped(host);
    }
  }

  /// Whatever may not stand in an address as it is.
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c > ' ' && c < 0x7F) {
            escaped.appendCodePoint(c);
          } else {
            escaped.append(
                URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8)
                    .replace("+", "%20"));
          }
        });
    return escaped.toString();
  }
}
