package cn.zhenrong.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the maker tells whoever has the garment: how to treat it, and pages of the maker's own.
///
/// @param care one treatment each
/// @param storage notes on use and storage
public record FromMaker(List<Wording> care, @Nullable String storage, List<Link> links) {
  public FromMaker {
    care = List.copyOf(care);
    links = List.copyOf(links);
  }

  /// Whether there is nothing to tell.
  public boolean isEmpty() {
    return care.isEmpty() && storage == null && links.isEmpty();
  }

  /// A page of the maker's own.
  ///
  /// @param url `https`
  /// @param language of the page behind it (BCP 47); null if it is not known
  public record Link(String title, String url, @Nullable String language) {

    /// @throws IllegalArgumentException if the URL may not stand on a page
    public Link {
      if (!mayStand(url)) {
        throw new IllegalArgumentException("a link to another site must be https and name it");
      }
    }

    /// Whether a page may link there: `https`, and a site that can be named beside it.
    public static boolean mayStand(String url) {
      return site(url) != null;
    }

    /// The site it leads to, so that nobody takes it for ours.
    public String host() {
      return Objects.requireNonNull(site(url));
    }

    private static @Nullable String site(String url) {
      try {
        URI uri = new URI(url);
        return "https".equalsIgnoreCase(uri.getScheme()) ? uri.getHost() : null;
      } catch (URISyntaxException e) {
        return null;
      }
    }
  }
}
