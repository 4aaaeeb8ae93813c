package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The API's description of itself is complete enough to work from.
@MicronautTest(transactional = false)
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Inject
    Http http;

    @Inject
    JsonMapper json;

    private Map<String, Object> document;

    @BeforeEach
    void read() {
        document = Http.body(http.send(HttpRequest.GET("/openapi.json")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }

    @Test
    void everyOperationHasASummaryATagAndAUniqueId() {
        var ids = new TreeSet<String>();
        map(document.get("paths"))
                .forEach((path, item) -> map(item).forEach((method, value) -> {
                    if (METHODS.contains(method)) {
                        var operation = map(value);
                        assertThat(operation).as(method + " " + path).containsKeys("summary", "tags", "responses");
                        assertThat(ids.add(operation.get("operationId").toString()))
                                .as(path)
                                .isTrue();
                    }
                }));
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyOperationThatAModuleDescribesIsInTheOneDocument() throws IOException {
        var parts = Collections.list(getClass().getClassLoader().getResources("META-INF/swagger/standard.json"));
        var described = new TreeSet<String>();
        for (var part : parts) {
            try (var stream = part.openStream()) {
                Map<String, Object> read = json.readValue(stream.readAllBytes(), Map.class);
                described.addAll(map(read.get("paths")).keySet());
            }
        }
        assertThat(map(document.get("paths")).keySet())
                .hasSizeGreaterThan(100)
                .containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void everyFieldHasADescriptionAndAnExample() {
        var lacking = new ArrayList<String>();
        map(map(document.get("components")).get("schemas"))
                .forEach((name, schema) -> map(map(schema).get("properties")).forEach((field, value) -> {
                    var property = map(value);
                    var nested = property.containsKey("$ref")
                            || property.containsKey("allOf")
                            || property.containsKey("oneOf");
                    if (!nested && !property.containsKey("description")) {
                        lacking.add(name + "." + field + " has no description");
                    }
                    var simple =
                            !nested && !"array".equals(property.get("type")) && !"object".equals(property.get("type"));
                    if (simple && !property.containsKey("examples") && !property.containsKey("enum")) {
                        lacking.add(name + "." + field + " has no example");
                    }
                }));
        assertThat(lacking).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var broken = new TreeSet<String>();
        walk(document, reference -> {
            Object at = document;
            for (var step : reference.replaceFirst("^#/", "").split("/")) {
                at = map(at).get(step);
            }
            if (at == null) {
                broken.add(reference);
            }
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void noTwoTypesAreDescribedUnderOneName() throws IOException {
        var told = new TreeMap<String, Set<String>>();
        var parts = getClass().getClassLoader().getResources("META-INF/swagger/standard.json");
        while (parts.hasMoreElements()) {
            try (var part = parts.nextElement().openStream()) {
                var described = map(JsonMapper.createDefault().readValue(part.readAllBytes(), Object.class));
                map(map(described.get("components")).get("schemas"))
                        .forEach((name, schema) -> told.computeIfAbsent(name, first -> new TreeSet<>())
                                .add(map(schema).get("enum") + " "
                                        + new TreeSet<>(map(map(schema).get("properties"))
                                                .keySet())));
            }
        }
        assertThat(told)
                .hasSizeGreaterThan(100)
                .allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
    }

    @Test
    void everyOperationTellsWhoMayUseItAndHowItCanFail() {
        map(document.get("paths"))
                .forEach((path, item) -> map(item).forEach((method, value) -> {
                    if (METHODS.contains(method)) {
                        var operation = map(value);
                        var open = List.of().equals(operation.get("security"));
                        var answers = map(operation.get("responses"));
                        assertThat(open || operation.containsKey("x-permission"))
                                .as(method + " " + path)
                                .isTrue();
                        assertThat(answers).as(method + " " + path).containsKeys("400", "500", "503");
                        if (!open) {
                            assertThat(answers).as(method + " " + path).containsKeys("401", "403", "429");
                        }
                        if (path.contains("{")) {
                            assertThat(answers).as(method + " " + path).containsKey("404");
                        }
                        answers.forEach((status, answer) -> {
                            if (status.compareTo("400") >= 0) {
                                var json = map(map(map(answer).get("content")).get("application/json"));
                                assertThat(map(json.get("examples")))
                                        .as(method + " " + path + " " + status)
                                        .isNotEmpty();
                            }
                        });
                    }
                }));
    }

    private static void walk(Object node, Consumer<String> references) {
        switch (node) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    if ("$ref".equals(key) && value instanceof String reference) {
                        references.accept(reference);
                    } else {
                        walk(value, references);
                    }
                });
            case List<?> list -> list.forEach(item -> walk(item, references));
            case null, default -> {}
        }
    }
}
