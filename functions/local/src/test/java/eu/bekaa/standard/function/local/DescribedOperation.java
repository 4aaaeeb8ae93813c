package eu.bekaa.standard.function.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One operation as the OpenAPI document describes it, with requests made from what it says.
/// @param described what stands under the method in the document
/// @param schemas   the document's schemas by name
record DescribedOperation(String method, String path, Map<String, Object> described, Map<String, Object> schemas) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final int DEEPEST = 6;

    /// Those that ask for a permission.
    static List<DescribedOperation> all(Map<String, Object> document) {
        return everyOne(document).stream()
                .filter(operation -> operation.described().containsKey("x-permission"))
                .toList();
    }

    /// Those open to all among them.
    static List<DescribedOperation> everyOne(Map<String, Object> document) {
        var schemas = map(map(document.get("components")).get("schemas"));
        var operations = new ArrayList<DescribedOperation>();
        map(document.get("paths"))
                .forEach((path, item) -> map(item).forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.add(new DescribedOperation(method, path, map(operation), schemas));
                    }
                }));
        return operations;
    }

    /// Query parameters that are ids.
    List<String> queryIds() {
        return parameters("query").stream()
                .filter(parameter -> map(parameter.get("schema")).toString().contains("format=uuid"))
                .map(parameter -> parameter.get("name").toString())
                .toList();
    }

    /// @param place `path`, `query` or `header`
    List<Map<String, Object>> parameters(String place) {
        return list(described.get("parameters")).stream()
                .map(DescribedOperation::map)
                .filter(parameter -> place.equals(parameter.get("in")))
                .toList();
    }

    /// The schema of the JSON body, empty without one.
    Map<String, Object> bodySchema() {
        return map(map(bodies().get("application/json")).get("schema"));
    }

    /// The schema of the multipart form, empty without one.
    Map<String, Object> formSchema() {
        return resolved(map(map(bodies().get("multipart/form-data")).get("schema")));
    }

    private Map<String, Object> bodies() {
        return map(map(described.get("requestBody")).get("content"));
    }

    /// What it may answer with, by status.
    Map<String, Object> responses() {
        return map(described.get("responses"));
    }

    /// Whether a request to it can name something of somebody's.
    boolean namesSomething() {
        return path.contains("{")
                || !queryIds().isEmpty()
                || body("?", true).toString().contains("?");
    }

    /// The path with the id in every place where one can stand.
    String target(String id) {
        var query = queryIds().stream().map(name -> name + "=" + id).collect(Collectors.joining("&"));
        return path.replaceAll("\\{[^}]*}", id) + (query.isEmpty() ? "" : "?" + query);
    }

    boolean hasBody() {
        return !bodySchema().isEmpty();
    }

    /// A body made of the examples, with the id in every field that takes one.
    /// @param whole with the fields that may be left out
    Map<String, Object> body(String id, boolean whole) {
        return hasBody() ? map(value("body", bodySchema(), id, whole, 0)) : Map.of();
    }

    private Object value(String field, Map<String, Object> schema, String id, boolean whole, int depth) {
        var plain = resolved(schema);
        if (field.equals("idempotency_key")) {
            return UUID.randomUUID().toString();
        }
        if (field.endsWith("_id") || "uuid".equals(plain.get("format"))) {
            return id;
        }
        var examples = list(plain.get("examples"));
        if (plain.containsKey("properties") && depth < DEEPEST) {
            var required = list(plain.get("required"));
            var fields = new LinkedHashMap<String, Object>();
            map(plain.get("properties")).forEach((name, property) -> {
                if (whole || required.contains(name)) {
                    fields.put(name, value(name, map(property), id, whole, depth + 1));
                }
            });
            return fields;
        }
        if (!examples.isEmpty()) {
            return examples.getFirst();
        }
        if (plain.containsKey("enum")) {
            return list(plain.get("enum")).getFirst();
        }
        var type = plain.get("type") instanceof List<?> several ? several.getFirst() : plain.get("type");
        return switch (String.valueOf(type)) {
            case "array" -> List.of(value(field, map(plain.get("items")), id, whole, depth + 1));
            case "integer", "number" -> 1;
            case "boolean" -> false;
            case "object" -> Map.of();
            default -> "text";
        };
    }

    /// The schema behind references and single alternatives.
    Map<String, Object> resolved(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String reference) {
            return resolved(map(schemas.get(reference.replace("#/components/schemas/", ""))));
        }
        for (var kind : List.of("allOf", "oneOf")) {
            if (schema.get(kind) instanceof List<?> parts && !parts.isEmpty()) {
                return resolved(map(parts.getFirst()));
            }
        }
        return schema;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
