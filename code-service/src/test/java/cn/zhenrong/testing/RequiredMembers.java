package cn.zhenrong.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Marks in the schemas of requests which members the service refuses to do without. A schema that
/// several operations share has those that all of them need.
final class RequiredMembers {
  private static final String REF = "#/components/schemas/";

  private final Map<String, Object> schemas;
  private final Refused refused;
  private final Map<String, Map<String, Object>> bodies;
  private final Map<String, Set<String>> required = new TreeMap<>();
  private final List<String> unanswered = new ArrayList<>();

  /// @param bodies members to send along where the service looks at some before the others, or asks
  ///   for one of two, by method and path
  RequiredMembers(
      Map<String, Object> schemas, Refused refused, Map<String, Map<String, Object>> bodies) {
    this.schemas = schemas;
    this.refused = refused;
    this.bodies = bodies;
  }

  /// One place in the body of one operation.
  ///
  /// @param prefix of the fields there
  /// @param body that has so much of it
  private record Place(
      String method,
      String path,
      String prefix,
      Function<Map<String, Object>, Map<String, Object>> body) {}

  void ask(String method, String path, Map<String, Object> operation) {
    String schema = schema(operation, "requestBody", "content", "application/json", "schema");
    if (schema == null) {
      return;
    }
    Place top = new Place(method, path, "", members -> members);
    Map<String, Object> base = bodies.getOrDefault(method + " " + path, Map.of());
    Optional<Set<String>> first = members(top, Map.of());
    Optional<Set<String>> rest = base.isEmpty() ? first : members(top, base);
    if (first.isEmpty() || rest.isEmpty()) {
      unanswered.add(method + " " + path);
      return;
    }
    Set<String> all = new TreeSet<>(rest.get());
    first.get().stream().filter(base::containsKey).forEach(all::add);
    required.merge(schema, all, RequiredMembers::both);
    nested(top, schema, base);
  }

  /// Operations whose bodies nobody could be asked about.
  List<String> unanswered() {
    return unanswered;
  }

  void mark() {
    required.forEach((schema, members) -> {
      if (!members.isEmpty()) {
        map(schemas.get(schema)).put("required", List.copyOf(members));
      }
    });
  }

  /// Asks each member that is an object, or a list of them, for its own members.
  private void nested(Place place, String schema, Map<String, Object> base) {
    Object properties = map(schemas.get(schema)).get("properties");
    if (properties == null) {
      return;
    }
    map(properties)
        .forEach((name, property) -> {
          String one = schema(map(property));
          String each = schema(map(property), "items");
          String child = one == null ? each : one;
          if (child != null) {
            String prefix = place.prefix() + name + (one == null ? "[0]." : ".");
            Place inside =
                new Place(
                    place.method(),
                    place.path(),
                    prefix,
                    members -> {
                      Map<String, Object> body = new HashMap<>(base);
                      body.put(name, one == null ? List.of(members) : members);
                      return place.body().apply(body);
                    });
            members(inside, Map.of())
                .filter(members -> !members.isEmpty())
                .ifPresent(members -> required.merge(child, members, RequiredMembers::both));
            nested(inside, child, Map.of());
          }
        });
  }

  private Optional<Set<String>> members(Place place, Map<String, Object> members) {
    return refused
        .fields(place.method(), place.path(), place.body().apply(members))
        .map(fields -> {
          Set<String> names = new TreeSet<>();
          fields.stream()
              .filter(field -> field.startsWith(place.prefix()))
              .map(field -> field.substring(place.prefix().length()).split("[.\\[]", 2)[0])
              .filter(name -> !name.isEmpty())
              .forEach(names::add);
          return names;
        });
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }

  /// The name of the schema that is referred to at the end of these keys.
  private static @Nullable String schema(Map<String, Object> from, String... keys) {
    Map<String, Object> at = from;
    for (String key : keys) {
      Object next = at.get(key);
      if (next == null) {
        return null;
      }
      at = map(next);
    }
    return at.get("$ref") instanceof String name ? name.substring(REF.length()) : null;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }
}
