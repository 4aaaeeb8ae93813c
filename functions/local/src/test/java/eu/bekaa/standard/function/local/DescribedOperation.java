package eu.bekaa.standard.function.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// One operation as the OpenAPI document describes it, with requests made from what it says.
/// @param queryIds   query parameters that are ids
/// @param bodySchema the schema of the JSON body, empty without one
record DescribedOperation(
        String method,
        String path,
        List<String> queryIds,
        Map<String, Object> bodySchema,
        Map<String, Object> schemas) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final int DEEPEST = 6;

    static List<DescribedOperation> all(Map<String, Object> document) {
        var schemas = map(map(document.get("components")).get("schemas"));
        var operations = new ArrayList<DescribedOperation>();
        map(document.get("paths"))
                .forEach((path, item) -> map(item).forEach((method, operation) -> {
                    if (METHODS.contains(method) && map(operation).containsKey("x-permission")) {
                        var content = map(map(map(operation).get("requestBody")).get("content"));
                        operations.add(new DescribedOperation(
                                method,
                                path,
                                queryIds(map(operation)),
                                map(map(content.get("application/json")).get("schema")),
                                schemas));
                    }
                }));
        return operations;
    }

    private static List<String> queryIds(Map<String, Object> operation) {
        return list(operation.get("parameters")).stream()
                .map(DescribedOperation::map)
                .filter(parameter -> "query".equals(parameter.get("in"))
                        && "uuid".equals(map(parameter.get("schema")).get("format")))
                .map(parameter -> parameter.get("name").toString())
                .toList();
    }

    /// Whether a request to it can name something of somebody's.
    boolean namesSomething() {
        return path.contains("{")
                || !queryIds.isEmpty()
                || body("?", true).toString().contains("?");
    }

    /// The path with the id in every place where one can stand.
    String target(String id) {
        var query = queryIds.stream().map(name -> name + "=" + id).collect(Collectors.joining("&"));
        return path.replaceAll("\\{[^}]*}", id) + (query.isEmpty() ? "" : "?" + query);
    }

    boolean hasBody() {
        return !bodySchema.isEmpty();
    }

    /// A body made of the examples, with the id in every field that takes one.
    /// @param whole with the fields that may be left out
    Map<String, Object> body(String id, boolean whole) {
        return hasBody() ? map(value("body", bodySchema, id, whole, 0)) : Map.of();
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

    private Map<String, Object> resolved(Map<String, Object> schema) {
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
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
