package eu.bekaa.standard.function.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns what the generator sees in a controller into what a client sees on the wire: no caller argument, answers in
/// their envelope, errors on every operation, and the words of OpenAPI 3.1 instead of 3.0.
final class OpenApiRefinement {
    private static final String SCHEMA = "#/components/schemas/";
    private static final List<String> INTERNAL = List.of("Caller", "Actor", "MultipartForm", "FilePart");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final Map<String, Object> schemas;
    private final OperationFacts facts;

    /// @param routes what is known of each route besides its signature
    OpenApiRefinement(Map<String, Object> schemas, Map<String, RouteFacts> routes) {
        this.schemas = schemas;
        this.facts = new OperationFacts(routes);
    }

    Map<String, Object> refine(Map<String, Object> document) {
        var ids = new TreeMap<String, Integer>();
        map(document.get("paths"))
                .forEach((path, item) -> map(item).forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operation(map(operation), ids);
                        Conditions.describe(map(operation), method, path);
                        facts.tell(method, path, map(operation));
                    }
                }));
        schemas.keySet()
                .removeIf(name -> INTERNAL.contains(name)
                        || INTERNAL.stream().anyMatch(hidden -> name.startsWith(hidden + "."))
                        || name.startsWith("Page_"));
        return modern(document);
    }

    private void operation(Map<String, Object> operation, Map<String, Integer> ids) {
        var name = String.valueOf(operation.get("operationId"));
        var tag = list(operation.get("tags")).stream()
                .findFirst()
                .map(String::valueOf)
                .orElse("api");
        var id = tag.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_") + "_" + name;
        int count = ids.merge(id, 1, Integer::sum);
        operation.put("operationId", count == 1 ? id : id + "_" + count);
        operation.computeIfPresent(
                "parameters",
                (key, parameters) -> list(parameters).stream()
                        .filter(parameter ->
                                !isInternal(map(map(parameter).get("schema")).get("$ref")))
                        .toList());
        requestBody(operation);
        var responses = map(operation.computeIfAbsent("responses", absent -> new LinkedHashMap<String, Object>()));
        responses.forEach((status, response) -> envelope(map(response)));
    }

    private static void requestBody(Map<String, Object> operation) {
        var body = operation.get("requestBody");
        if (body == null) {
            return;
        }
        for (var content : map(map(body).get("content")).values()) {
            var schema = map(map(content).get("schema"));
            if (map(schema.get("properties")).containsKey("form")) {
                map(content).put("schema", ErrorSchemas.fileForm());
                continue;
            }
            var parts = list(schema.get("allOf"));
            if (parts.isEmpty() && map(schema.get("properties")).containsKey("caller")) {
                operation.remove("requestBody");
                return;
            }
            if (parts.size() == 2 && map(map(parts.get(1)).get("properties")).containsKey("caller")) {
                map(content).put("schema", parts.getFirst());
            }
        }
    }

    private void envelope(Map<String, Object> response) {
        response.put(
                "description",
                String.valueOf(response.get("description")).replaceFirst("^\\S+ (\\d+) response$", "Done ($1)."));
        var json = map(map(response.get("content")).get("application/json"));
        if (json.isEmpty()) {
            return;
        }
        var schema = map(json.get("schema"));
        var reference = String.valueOf(schema.get("$ref"));
        if (reference.startsWith(SCHEMA + "Page_")) {
            var page = map(schemas.get(reference.substring(SCHEMA.length())));
            json.put(
                    "schema",
                    enveloped(map(page.get("properties")).get("data"), Map.of("$ref", SCHEMA + "Pagination")));
        } else if ("array".equals(schema.get("type"))) {
            json.put("schema", enveloped(schema, null));
        } else if (schema.containsKey("$ref")) {
            json.put("schema", Map.of("allOf", List.of(schema, object(Map.of("trace_id", ErrorSchemas.traceId())))));
        }
    }

    private static Map<String, Object> enveloped(@Nullable Object data, @Nullable Object pagination) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("data", data == null ? Map.of() : data);
        if (pagination != null) {
            properties.put("pagination", pagination);
        }
        properties.put("trace_id", ErrorSchemas.traceId());
        return object(properties);
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.copyOf(ordered(properties).keySet()));
        return schema;
    }

    /// What has no order of its own gets the alphabet's: the same API, the same bytes.
    private static Map<String, Object> ordered(Map<String, Object> node) {
        return node instanceof SequencedMap ? node : new TreeMap<>(node);
    }

    private static boolean isInternal(@Nullable Object reference) {
        return INTERNAL.stream().anyMatch(name -> (SCHEMA + name).equals(reference));
    }

    /// OpenAPI 3.0 says `nullable` and `example`, 3.1 says a type of two and `examples`.
    private static Map<String, Object> modern(Map<String, Object> node) {
        var out = new LinkedHashMap<String, Object>();
        ordered(node).forEach((key, value) -> out.put(key, modernValue(value)));
        out.computeIfPresent(
                "enum",
                (key, words) ->
                        list(words).stream().map(OpenApiRefinement::onTheWire).toList());
        // a map by the words of an enum
        out.computeIfPresent("properties", (key, fields) -> renamed(map(fields)));
        // a map of anything is not a map of objects
        out.computeIfPresent(
                "additionalProperties", (key, values) -> values.equals(Map.of("type", "object")) ? true : values);
        if (Boolean.TRUE.equals(out.remove("nullable"))) {
            if (out.get("type") instanceof String type) {
                out.put("type", List.of(type, "null"));
                if (out.get("enum") instanceof List<?> words) {
                    var orNull = new ArrayList<@Nullable Object>(words);
                    orNull.add(null);
                    out.put("enum", orNull);
                }
            } else if (out.containsKey("$ref") || out.containsKey("allOf")) {
                var description = out.remove("description");
                var target = new LinkedHashMap<String, Object>(out);
                out.clear();
                if (description != null) {
                    out.put("description", description);
                }
                out.put("oneOf", List.of(target, Map.of("type", "null")));
            }
        }
        if (out.containsKey("example")
                && (out.containsKey("type") || out.containsKey("$ref") || out.containsKey("oneOf"))) {
            var example = out.remove("example");
            out.put("examples", example == null ? List.of() : List.of(example));
        }
        return out;
    }

    private static Map<String, Object> renamed(Map<String, Object> fields) {
        var out = new LinkedHashMap<String, Object>();
        fields.forEach((name, field) -> out.put(String.valueOf(onTheWire(name)), field));
        return out;
    }

    /// The generator writes a constant's name; what is sent is its word.
    private static Object onTheWire(Object constant) {
        return constant instanceof String name && CONSTANT.matcher(name).matches()
                ? name.toLowerCase(Locale.ROOT)
                : constant;
    }

    private static @Nullable Object modernValue(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> nested -> modern(map(nested));
            case List<?> items ->
                items.stream().map(OpenApiRefinement::modernValue).toList();
            case null -> null;
            default -> value;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : new LinkedHashMap<>();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> ? (List<Object>) value : List.of();
    }
}
