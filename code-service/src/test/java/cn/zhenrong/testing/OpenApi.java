package cn.zhenrong.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/// The description of the service (OpenAPI 3.1) in one fixed form: sorted, without port, with names
/// that do not depend on the order in which classes were found, and with what springdoc cannot see:
/// what each operation is for, which members a body needs, keys, idempotency and the one shape of
/// all errors.
public record OpenApi(Map<String, Object> document) {
  private static final String HEAD =
      """
      # Written by OpenApiIT from the running service. Do not edit: change the service and run the test.
      """;
  private static final String KEY = "apiKey";
  private static final Pattern OUR_TYPE = Pattern.compile("cn\\.zhenrong\\.([\\w.$]+)");

  /// What is answered where it is not JSON, by the end of the path.
  private static final Map<String, String> FILES =
      Map.of(
          ".csv", "text/csv",
          ".zip", "application/zip",
          ".pdf", "application/pdf",
          "/file", "application/pdf",
          ".svg", "image/svg+xml",
          ".png", "image/png",
          ".tspl", "application/octet-stream",
          ".zpl", "application/octet-stream");

  /// Where a method decides the status itself and springdoc takes it for 200.
  private static final Map<String, List<String>> STATUSES =
      Map.of(
          "post /api/v1/batches", List.of("200", "201"),
          "get /01/{gtin}", List.of("307"),
          "get /01/{gtin}/21/{serial}", List.of("307"),
          "get /S/{serial}", List.of("307"),
          "get /s/{serial}", List.of("307"),
          "get /scan", List.of("303"),
          "post /scans", List.of("303", "204"));

  /// @param json what springdoc found
  /// @param needsKey whether a method of a path is closed to callers without a key
  /// @param words of each operation
  public static OpenApi of(
      String json, BiPredicate<String, String> needsKey, Map<String, Operations.Words> words) {
    String named =
        OUR_TYPE
            .matcher(json)
            .replaceAll(name -> Matcher.quoteReplacement(name.group(1).replace('$', '.')));
    Map<String, Object> document = sorted(JsonMapper.shared().readValue(named, Map.class));
    document.remove("servers");
    document.remove("tags");
    document.put("info", info());
    Map<String, Object> paths = map(document, "paths");
    paths
        .keySet()
        .removeIf(path -> path.equals("/error") || path.length() > 1 && path.endsWith("/"));
    paths.forEach((path, item) ->
        asMap(item)
            .forEach((method, operation) -> {
              settle(path, method, asMap(operation), needsKey.test(method, path));
              describe(asMap(operation), words.get(method + " " + path));
            }));
    Map<String, Object> components = map(document, "components");
    components.put("securitySchemes", Map.of(KEY, Map.of("type", "http", "scheme", "bearer")));
    components.put("responses", Map.of("Problem", problem()));
    components.put("parameters", Map.of("IdempotencyKey", idempotencyKey()));
    map(components, "schemas").put("Problem", problemSchema());
    return new OpenApi(sorted(document));
  }

  public Set<String> paths() {
    return map(document, "paths").keySet();
  }

  /// Method and path of each, such as `get /scan`.
  public Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    map(document, "paths")
        .forEach((path, item) ->
            asMap(item).keySet().forEach(method -> operations.add(method + " " + path)));
    return operations;
  }

  /// Marks the members of requests that the service refuses to do without.
  ///
  /// @param bodies members to send along where the service looks at some before the others, or asks
  ///   for one of two, by method and path
  /// @return the operations whose bodies nobody could be asked about
  public List<String> require(Refused refused, Map<String, Map<String, Object>> bodies) {
    RequiredMembers required =
        new RequiredMembers(map(map(document, "components"), "schemas"), refused, bodies);
    map(document, "paths")
        .forEach((path, item) ->
            asMap(item)
                .forEach((method, operation) -> required.ask(method, path, asMap(operation))));
    required.mark();
    return required.unanswered();
  }

  public String yaml() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    return HEAD + new Yaml(options).dump(document);
  }

  private static void settle(
      String path, String method, Map<String, Object> operation, boolean needsKey) {
    operation.put("operationId", name(method, path));
    operation.put(
        "tags",
        list(operation, "tags").stream()
            .map(tag -> tag.toString().replaceFirst("-controller$", ""))
            .toList());
    Map<String, Object> responses = map(operation, "responses");
    List<String> statuses = STATUSES.get(method + " " + path);
    if (statuses != null) {
      Object known = responses.remove("200");
      statuses.forEach(status -> responses.put(status, answered(status, known)));
    }
    file(method, path)
        .ifPresent(type ->
            asMap(responses.computeIfAbsent("200", _ -> new TreeMap<>()))
                .put("content", Map.of(type, Map.of("schema", string()))));
    responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
    if (needsKey) {
      operation.put("security", List.of(Map.of(KEY, List.of())));
    }
    // A stream is not kept under a key.
    if (needsKey && method.equals("post") && !path.endsWith(".zip")) {
      List<Object> parameters = new ArrayList<>(list(operation, "parameters"));
      parameters.add(Map.of("$ref", "#/components/parameters/IdempotencyKey"));
      operation.put("parameters", parameters);
    }
  }

  private static void describe(Map<String, Object> operation, Operations.@Nullable Words words) {
    if (words != null) {
      operation.put("summary", words.summary());
      if (words.description() != null) {
        operation.put("description", words.description());
      }
    }
  }

  private static Optional<String> file(String method, String path) {
    if (!path.startsWith("/api/")
        && !path.startsWith("/.")
        && !STATUSES.containsKey(method + " " + path)) {
      return Optional.of("text/html");
    }
    return FILES.entrySet().stream()
        .filter(file -> path.endsWith(file.getKey()))
        .filter(file -> method.equals("get") || file.getKey().equals(".zip"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Object answered(String status, @Nullable Object known) {
    return switch (status) {
      case "204" -> Map.of("description", "Done");
      case "303", "307" -> Map.of("description", "Redirect");
      default -> sorted(asMap(known));
    };
  }

  /// `post` and `/api/v1/batches/{id}/approval` make `postBatchesByIdApproval`.
  private static String name(String method, String path) {
    return method
        + Stream.of(path.replaceFirst("^/api/v1", "").split("[/.-]"))
            .filter(segment -> !segment.isEmpty())
            .map(segment ->
                segment.startsWith("{") ? "By" + capital(segment.substring(1)) : capital(segment))
            .collect(Collectors.joining())
            .replaceAll("[^A-Za-z0-9]", "");
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Map<String, Object> info() {
    return Map.of(
        "title",
        "真绒 Zhenrong",
        "version",
        "v1",
        "description",
        "Traceability codes for knitwear. Every error is an RFC 9457 problem; docs/errors.md lists"
            + " the types. Percentages and ids are strings, times are RFC 3339 in UTC.",
        "license",
        Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
  }

  private static Map<String, Object> problem() {
    return Map.of(
        "description",
        "What went wrong, in Chinese and English",
        "content",
        Map.of(
            "application/problem+json",
            Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
  }

  private static Map<String, Object> problemSchema() {
    Map<String, Object> words = object(Map.of("zh", string(), "en", string()), "zh", "en");
    Map<String, Object> field =
        object(Map.of("field", string(), "code", string(), "words", words), "field", "code");
    return object(
        Map.of(
            "type", string(),
            "title", string(),
            "status", Map.of("type", "integer"),
            "detail", string(),
            "titles", words,
            "details", words,
            "fields", Map.of("type", "array", "items", field),
            "requestId", string()),
        "type",
        "title",
        "status",
        "titles");
  }

  private static Map<String, Object> idempotencyKey() {
    return Map.of(
        "name",
        "Idempotency-Key",
        "in",
        "header",
        "description",
        "Kept 7 days: the same key with the same body gives the same answer, with another body 422",
        "schema",
        Map.of("type", "string", "maxLength", 128));
  }

  private static Map<String, Object> object(Map<String, Object> properties, String... required) {
    return Map.of("type", "object", "properties", properties, "required", List.of(required));
  }

  private static Map<String, Object> string() {
    return new TreeMap<>(Map.of("type", "string"));
  }

  private static Map<String, Object> map(Map<String, Object> parent, String key) {
    return asMap(parent.computeIfAbsent(key, _ -> new TreeMap<String, Object>()));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Map<String, Object> parent, String key) {
    return (List<Object>) parent.getOrDefault(key, List.of());
  }

  /// A copy with all keys in order, all the way down; every map is one of its own, so that the YAML
  /// has no anchors.
  private static Map<String, Object> sorted(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(key.toString(), copy(value)));
    return sorted;
  }

  private static @Nullable Object copy(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> sorted(map);
      case List<?> list -> new ArrayList<>(list.stream().map(OpenApi::copy).toList());
      case null, default -> value;
    };
  }
}
