package cn.zhenrong.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;

/// The form in which a client of the resolver wants its answer, by `Accept` (GS1-Conformant
/// Resolver 1.2.1, 2.9 and 2.10).
enum Form {
  /// A person: redirects and pages.
  PAGE(MediaType.TEXT_HTML),
  LINKSET(MediaType.parseMediaType("application/linkset+json")),
  JSON_LD(MediaType.parseMediaType("application/ld+json")),
  /// The linkset, under the name everybody knows.
  JSON(MediaType.APPLICATION_JSON);

  private final MediaType mediaType;

  Form(MediaType mediaType) {
    this.mediaType = mediaType;
  }

  MediaType mediaType() {
    return mediaType;
  }

  /// The form with the highest q-value; among equals the one that was named rather than allowed by
  /// an asterisk, then the order above. What cannot be read asks for nothing.
  static Form of(@Nullable String accept) {
    List<MediaType> ranges = ranges(accept);
    Form best = PAGE;
    double most = -1;
    for (Form form : values()) {
      double weight = form.weight(ranges);
      if (weight > most) {
        best = form;
        most = weight;
      }
    }
    return best;
  }

  /// Whether a page was asked for by its name, as browsers do and programs do not.
  static boolean isPerson(@Nullable String accept) {
    return of(accept) == PAGE
        && ranges(accept).stream()
            .anyMatch(range -> range.isConcrete() && range.includes(PAGE.mediaType));
  }

  /// The q-value of the most exact range that includes this form, made a little larger by how exact
  /// it is; 0 if none does.
  private double weight(List<MediaType> ranges) {
    int exact = -1;
    double quality = 0;
    for (MediaType range : ranges) {
      int exactness = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
      if (exactness > exact && range.includes(mediaType)) {
        exact = exactness;
        quality = range.getQualityValue();
      }
    }
    return quality <= 0 ? 0 : quality + exact * 1e-6;
  }

  private static List<MediaType> ranges(@Nullable String accept) {
    try {
      return MediaType.parseMediaTypes(accept);
    } catch (InvalidMediaTypeException | InvalidMimeTypeException unreadable) {
      return List.of();
    }
  }
}
