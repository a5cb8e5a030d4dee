package cn.zhenrong.lookup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// The links that answer a request for one type: one to go to, or several between which the request
/// does not decide (GS1-Conformant Resolver 1.2.1, 2.6.2 and 2.6.3).
///
/// @param level where they were found: the most granular level that has the type
/// @param links never empty
record LinkChoice(Level level, List<Link> links) {

  /// Empty if no level has a link of this type.
  ///
  /// @param levels from the most granular one up
  static Optional<LinkChoice> of(
      List<Level> levels, LinkType type, @Nullable String accept, @Nullable String language) {
    if (!type.isRequestable()) {
      return Optional.empty();
    }
    return levels.stream()
        .filter(level -> !level.ofType(type.name()).isEmpty())
        .findFirst()
        .map(level -> new LinkChoice(level, best(level.ofType(type.name()), accept, language)));
  }

  /// The level with these links only.
  List<Level> asLevels() {
    return List.of(new Level(level.anchor(), level.description(), links));
  }

  /// By media type, then by language; a link that claims no language beats one in another.
  private static List<Link> best(
      List<Link> links, @Nullable String accept, @Nullable String language) {
    List<Link> fitting = byMediaType(links, accept);
    List<Link> readable = Reading.matching(fitting, Reading.ranges(language));
    if (!readable.isEmpty()) {
      return readable;
    }
    List<Link> neutral = fitting.stream().filter(link -> link.languages().isEmpty()).toList();
    return neutral.isEmpty() ? fitting : neutral;
  }

  private static List<Link> byMediaType(List<Link> links, @Nullable String accept) {
    Set<String> wanted = named(accept);
    List<Link> fitting =
        links.stream()
            .filter(link -> link.mediaType() != null && wanted.contains(link.mediaType()))
            .toList();
    return fitting.isEmpty() ? links : fitting;
  }

  private static Set<String> named(@Nullable String accept) {
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .filter(type -> type.isConcrete() && type.getQualityValue() > 0)
          .map(type -> type.getType() + "/" + type.getSubtype())
          .collect(Collectors.toSet());
    } catch (InvalidMediaTypeException unreadable) {
      return Set.of();
    }
  }
}
