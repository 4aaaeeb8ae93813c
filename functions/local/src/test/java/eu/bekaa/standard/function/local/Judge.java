package eu.bekaa.standard.function.local;

import static eu.bekaa.standard.function.local.DescribedOperation.list;
import static eu.bekaa.standard.function.local.DescribedOperation.map;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compares answers with what the OpenAPI document promises: status, media type, every field and no other, the error
/// code, the trace id; and nothing of the inside.
final class Judge {
    private static final String DOCUMENT = "https://standard.example/openapi.json";
    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final Set<Integer> FAILURES = Set.of(500, 503, 504, 505);
    private static final Pattern INSIDE = Pattern.compile(
            "(?:Exception\\b|\\bat (?:eu|java|io|org|com)\\.[a-z]|\\bPSQL|org\\.postgresql|io\\.micronaut|eu\\.bekaa|java\\.(?:lang|util)|com\\.fasterxml|SQLSTATE)");

    private final Map<String, Object> document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> known = new HashMap<>();

    Judge(Map<String, Object> document) throws IOException {
        this.document = document;
        var text = JSON.writeValueAsString(document);
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, text)));
    }

    static @Nullable Object read(byte[] body) throws IOException {
        return JSON.readValue(body, Object.class);
    }

    /// @param operation null for an address or a method that is not described
    /// @return what is wrong with the answer
    List<String> faults(@Nullable DescribedOperation operation, Wire.Answer answer) throws IOException {
        var faults = new ArrayList<String>();
        var text = answer.text();
        if (FAILURES.contains(answer.status())) {
            faults.add("it failed");
        }
        if (answer.status() >= 400 && INSIDE.matcher(text).find()) {
            faults.add("it tells of the inside");
        }
        var trace = answer.header("x-trace-id");
        if (trace.isEmpty()) {
            faults.add("no X-Trace-Id");
        }
        if (answer.body().length > 0 && answer.mediaType().matches("application/(problem\\+)?json")) {
            faults.addAll(wrong(operation, answer, trace));
        }
        if (operation != null
                && !operation.responses().containsKey(Integer.toString(answer.status()))
                && answer.status() != 304) {
            faults.add("status " + answer.status() + " is not described");
        }
        return faults;
    }

    private List<String> wrong(@Nullable DescribedOperation operation, Wire.Answer answer, String trace)
            throws IOException {
        var faults = new ArrayList<String>();
        var body = map(read(answer.body()));
        // each family of paths has its own envelope
        var error = body.get("error") instanceof String ? body : map(body.get("error"));
        var problem = answer.mediaType().equals("application/problem+json");
        if (answer.status() >= 400) {
            var told = problem ? body.get("trace_id") : error.get("trace_id");
            if (!trace.equals(told)) {
                faults.add("the error's trace id is not the header's");
            }
        }
        if (operation == null) {
            var schema = Map.<String, Object>of("$ref", "#/components/schemas/" + (problem ? "Problem" : "Error"));
            faults.addAll(wrong(schema, answer.text(), body));
            return faults;
        }
        var response = map(operation.responses().get(Integer.toString(answer.status())));
        var content = map(response.get("content"));
        if (!response.isEmpty() && !content.containsKey(answer.mediaType())) {
            faults.add("media type " + answer.mediaType() + " is not described for " + answer.status());
        }
        var described = map(content.get(answer.mediaType()));
        if (!described.isEmpty()) {
            faults.addAll(wrong(map(described.get("schema")), answer.text(), body));
        }
        var codes = map(map(content.get("application/json")).get("examples")).keySet();
        var code = problem ? body.get("code") : error.getOrDefault("code", error.get("error"));
        if (answer.status() >= 400 && !response.isEmpty() && !codes.contains(String.valueOf(code))) {
            faults.add("code " + code + " is not described for " + answer.status());
        }
        return faults;
    }

    private List<String> wrong(Map<String, Object> schema, String text, Map<String, Object> body) throws IOException {
        var faults = new ArrayList<String>();
        for (var error : schema(schema)
                .validate(
                        text,
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))) {
            faults.add("schema: " + error.getInstanceLocation() + ": " + error.getMessage());
        }
        var unknown = new TreeSet<String>();
        undescribed("", schema, body, unknown);
        unknown.forEach(field -> faults.add("field " + field + " is not described"));
        return faults;
    }

    private Schema schema(Map<String, Object> schema) throws IOException {
        var text = JSON.writeValueAsString(schema).replace("\"#/components", "\"" + DOCUMENT + "#/components");
        return known.computeIfAbsent(text, same -> registry.getSchema(same, InputFormat.JSON));
    }

    private void undescribed(String at, Map<String, Object> schema, @Nullable Object value, Set<String> unknown) {
        var parts = new ArrayList<Map<String, Object>>();
        flatten(schema, parts);
        if (value instanceof List<?> items) {
            for (var part : parts) {
                items.forEach(item -> {
                    if (part.containsKey("items")) {
                        undescribed(at + "[]", map(part.get("items")), item, unknown);
                    }
                });
            }
        }
        if (value instanceof Map<?, ?> fields && parts.stream().anyMatch(part -> part.containsKey("properties"))) {
            var free = parts.stream().anyMatch(part -> part.containsKey("additionalProperties"));
            fields.forEach((name, field) -> {
                var owner = parts.stream()
                        .map(part -> map(part.get("properties")))
                        .filter(properties -> properties.containsKey(name))
                        .findFirst();
                if (owner.isPresent()) {
                    undescribed(at + "." + name, map(owner.get().get(name)), field, unknown);
                } else if (!free) {
                    unknown.add(at + "." + name);
                }
            });
        }
    }

    private void flatten(Map<String, Object> schema, List<Map<String, Object>> parts) {
        parts.add(schema);
        if (schema.get("$ref") instanceof String reference) {
            var name = reference.replace("#/components/schemas/", "");
            flatten(map(map(map(document.get("components")).get("schemas")).get(name)), parts);
        }
        for (var kind : List.of("allOf", "oneOf", "anyOf")) {
            list(schema.get(kind)).forEach(part -> flatten(map(part), parts));
        }
    }
}
