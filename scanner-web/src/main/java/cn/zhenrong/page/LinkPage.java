package cn.zhenrong.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of links behind a code, for people: what machines get as a linkset (RFC 9264).
///
/// @param backUrl where the code leads if nothing is asked for; a path of this site
/// @param backName what is there
/// @param jsonLd the same list as JSON-LD; stands in the page where programs look for it
public record LinkPage(
    Frame frame, Asked asked, String backUrl, Wording backName, List<Level> levels, String jsonLd) {

  /// Why the list is shown.
  public enum Asked {
    /// Somebody asked for it.
    ALL,
    /// Several links fit and the request does not decide.
    CHOICE,
    /// No link fits; these are all there are.
    MISSING
  }

  /// What the links are about.
  public enum Scope {
    GARMENT,
    PRODUCT
  }

  /// @param name of the garment or style
  /// @param anchor its identifier, an absolute URI; shown and no link
  public record Level(Scope scope, String name, String anchor, List<Entry> entries) {
    public Level {
      entries = List.copyOf(entries);
    }

    /// Links to pages, or those to data.
    public List<Entry> entries(boolean data) {
      return entries.stream().filter(entry -> entry.isData() == data).toList();
    }
  }

  /// One link.
  ///
  /// @param href a path of this site, or another site by `https`
  /// @param type in the GS1 Web Vocabulary, such as `pip`
  /// @param language of the target; null if it suits every reader or nobody knows
  public record Entry(
      Wording title,
      String href,
      String type,
      @Nullable String language,
      @Nullable String mediaType) {

    /// @throws IllegalArgumentException if the address is neither
    public Entry {
      if (href.startsWith("/")) {
        Addresses.requireLocal(href);
      } else {
        Addresses.requireHttps(href);
      }
    }

    boolean isData() {
      return mediaType != null && !mediaType.startsWith("text/");
    }

    /// The other site; null for a page of this one.
    public @Nullable String site() {
      return href.startsWith("/")
          ? null
          : href.substring("https://".length()).replaceFirst("[/?].*", "");
    }

    /// Type, form and language, as programs know them.
    public String terms() {
      return "gs1:"
          + type
          + (mediaType == null ? "" : " · " + mediaType)
          + (language == null ? "" : " · " + language);
    }
  }

  /// @throws IllegalArgumentException if the way back leaves this site
  public LinkPage {
    Addresses.requireLocal(backUrl);
    levels = List.copyOf(levels);
    // Nothing in it ends the element it stands in, whatever a maker wrote.
    jsonLd = jsonLd.replace("<", "\\u003c");
  }
}
