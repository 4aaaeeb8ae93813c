package eu.bekaa.standard.function.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the deployed API says of itself.
@MicronautTest(transactional = false, startApplication = false)
class DescriptionTest {
    @Inject
    Cloud cloud;

    @Test
    @SuppressWarnings("unchecked")
    void theShippedDocumentDescribesTheOperationsOfEveryFunction() throws Exception {
        var shipped = Zips.described().values().stream()
                .flatMap(operations -> operations.stream())
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shipped).hasSizeGreaterThan(100);

        var described = new TreeSet<String>();
        ((Map<String, Map<String, Object>>) document().get("paths"))
                .forEach((path, operations) -> operations
                        .keySet()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(described).isEqualTo(shipped);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> document() throws Exception {
        try (var platform = new LambdaPlatform(cloud.variables());
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(platform.address().resolve("/openapi.json"))
                    .build();
            var answer = client.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(platform.output()).isEqualTo(200);
            return Objects.requireNonNull(
                    (Map<String, Object>) JsonMapper.createDefault().readValue(answer.body(), Map.class));
        }
    }
}
