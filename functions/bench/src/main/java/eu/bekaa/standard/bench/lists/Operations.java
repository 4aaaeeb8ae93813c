package eu.bekaa.standard.bench.lists;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Every reading operation that the served API document describes, with every filter value that it offers.
final class Operations {
    /// Files, pages for people, and what is asked once a minute.
    private static final Set<String> NO_LISTS =
            Set.of("download", "render", "docs", "openapi.json", "export", "health");

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final Map<String, Object> document;
    private final Map<String, String> known;

    /// @param known values for variables and free parameters, by name
    Operations(String document, Map<String, String> known) throws IOException {
        this.document = JsonMapper.createDefault()
                .readValue(document.getBytes(StandardCharsets.UTF_8), Argument.mapOf(String.class, Object.class));
        this.known = known;
    }

    /// One operation.
    /// @param forms paths with queries: plain, and one for each value of each filter
    record Operation(String path, List<String> forms) {
        Operation {
            forms = List.copyOf(forms);
        }
    }

    List<Operation> all() {
        var operations = new ArrayList<Operation>();
        map(document.get("paths")).forEach((path, item) -> {
            if (map(item).get("get") != null && Set.of(path.split("/")).stream().noneMatch(NO_LISTS::contains)) {
                var filled = filled(path);
                if (VARIABLE.matcher(filled).find()) {
                    return;
                }
                operations.add(new Operation(path, forms(filled, map(map(item).get("get")))));
            }
        });
        return operations;
    }

    private String filled(String path) {
        return VARIABLE.matcher(path)
                .replaceAll(match -> Matcher.quoteReplacement(known.getOrDefault(
                        specific(path, match.group(1)), known.getOrDefault(match.group(1), match.group()))));
    }

    /// The same word may name different things in different places.
    private static String specific(String path, String name) {
        return path.replaceAll("[{}]", "") + "#" + name;
    }

    private List<String> forms(String path, Map<String, Object> operation) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var each : list(operation.get("parameters"))) {
            var parameter = resolved(map(each));
            if ("query".equals(parameter.get("in"))) {
                parameters.put(String.valueOf(parameter.get("name")), values(parameter));
            }
        }
        var page = parameters.containsKey("limit") ? "?limit=100" : "";
        var forms = new ArrayList<String>(List.of(path + page));
        parameters.forEach((name, values) ->
                values.forEach(value -> forms.add(path + (page.isEmpty() ? "?" : page + "&") + name + "=" + value)));
        return forms;
    }

    private List<String> values(Map<String, Object> parameter) {
        var name = String.valueOf(parameter.get("name"));
        if (known.containsKey("?" + name)) {
            return List.of(known.get("?" + name));
        }
        var schema = enumerated(map(parameter.get("schema")));
        if ("boolean".equals(schema.get("type"))) {
            return List.of("true", "false");
        }
        return list(schema.get("enum")).stream()
                .map(String::valueOf)
                .filter(value -> !value.equals("null"))
                .toList();
    }

    /// The schema itself, or the one that it refers to.
    private Map<String, Object> enumerated(Map<String, Object> schema) {
        var plain = resolved(schema);
        for (var union : List.of("allOf", "anyOf", "oneOf")) {
            for (var part : list(plain.get(union))) {
                var inner = enumerated(map(part));
                if (inner.containsKey("enum")) {
                    return inner;
                }
            }
        }
        return plain;
    }

    private Map<String, Object> resolved(Map<String, Object> node) {
        if (!(node.get("$ref") instanceof String reference)) {
            return node;
        }
        Object at = document;
        for (var step : reference.substring(2).split("/")) {
            at = map(at).get(step);
        }
        return map(at);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
