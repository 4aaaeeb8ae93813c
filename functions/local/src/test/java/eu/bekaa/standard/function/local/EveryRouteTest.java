package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.multipart.MultipartBody;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Probes every operation that the API describes of itself.
@MicronautTest(transactional = false)
class EveryRouteTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> OPEN = Set.of("/health", "/api/v1/health", "/api/v1/auth/sign-in");
    private static final String HOSTILE = "'; DROP TABLE organization; -- <script>alert(1)</script>";

    @Inject
    Http http;

    @Inject
    Tenants tenants;

    private Tenant tenant;

    @BeforeEach
    void anOrganization() {
        tenant = tenants.create();
    }

    private record Operation(HttpMethod method, String path, String contentType) {
        MutableHttpRequest<?> request(String id) {
            var request = HttpRequest.create(method, path.replaceAll("\\{[^}]*}", id));
            if (method == HttpMethod.GET || method == HttpMethod.DELETE) {
                return request;
            }
            return takesForm()
                    ? request.contentType(MediaType.MULTIPART_FORM_DATA_TYPE).body(form())
                    : request.body("{}");
        }

        boolean takesForm() {
            return contentType.startsWith("multipart");
        }

        private static MultipartBody form() {
            return MultipartBody.builder()
                    .addPart("file", "probe.txt", MediaType.TEXT_PLAIN_TYPE, "probe".getBytes(StandardCharsets.UTF_8))
                    .build();
        }
    }

    @SuppressWarnings("unchecked")
    private List<Operation> operations() {
        var document = Http.body(http.send(HttpRequest.GET("/openapi.json")));
        var operations = new ArrayList<Operation>();
        ((Map<String, Map<String, Object>>) document.get("paths"))
                .forEach((path, item) -> item.forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        var verb = HttpMethod.valueOf(method.toUpperCase(Locale.ROOT));
                        operations.add(new Operation(verb, path, contentType((Map<String, Object>) operation)));
                    }
                }));
        assertThat(operations).hasSizeGreaterThan(100);
        return operations.stream()
                .filter(operation -> !OPEN.contains(operation.path()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static String contentType(Map<String, Object> operation) {
        var body = (Map<String, Map<String, Object>>) operation.getOrDefault("requestBody", Map.of());
        return body.getOrDefault("content", Map.of()).containsKey("multipart/form-data")
                ? MediaType.MULTIPART_FORM_DATA
                : MediaType.APPLICATION_JSON;
    }

    @Test
    void std1_noOperationAnswersWithoutCredentials() {
        var softly = new SoftAssertions();
        for (var operation : operations()) {
            var response = http.send(operation.request(UUID.randomUUID().toString()));
            softly.assertThat(response.code()).as(operation.toString()).isEqualTo(401);
        }
        softly.assertAll();
    }

    @Test
    void std3_aForeignOrganizationIsRefusedOnEveryOperation() {
        var other = tenants.create();
        var softly = new SoftAssertions();
        for (var operation : operations()) {
            var request = operation
                    .request(UUID.randomUUID().toString())
                    .header("x-standard-tenant-id", other.organizationId().toString());
            var response = http.send(tenant.as(tenant.owner(), request));
            softly.assertThat(response.code()).as(operation.toString()).isEqualTo(403);
        }
        softly.assertAll();
    }

    @Test
    void std2_anUnknownIdIsNeverAnsweredWithSuccessOrFailure() {
        var softly = new SoftAssertions();
        for (var operation : operations()) {
            if (!operation.path().contains("{")) {
                continue;
            }
            var response = http.send(tenant.as(
                    tenant.owner(), operation.request(UUID.randomUUID().toString())));
            softly.assertThat(response.code())
                    .as(operation + " with an unknown id")
                    .isBetween(400, 499);
        }
        softly.assertAll();
    }

    @Test
    void std6_hostileTextIsRefusedOrTakenAsTextOnEveryOperation() {
        var body = Map.of(
                "name",
                HOSTILE,
                "title",
                HOSTILE,
                "reason",
                HOSTILE,
                "query",
                HOSTILE,
                "organization_id",
                HOSTILE,
                "evil",
                true);
        var softly = new SoftAssertions();
        for (var operation : operations()) {
            var request = operation.request(UUID.randomUUID().toString());
            if (operation.method() != HttpMethod.GET && operation.method() != HttpMethod.DELETE) {
                if (!operation.takesForm()) {
                    request.body(body);
                }
            }
            request.getParameters().add("q", HOSTILE).add("cursor", HOSTILE).add("limit", "9999999999");
            var response = http.send(tenant.as(tenant.owner(), request));
            softly.assertThat(response.code()).as(operation.toString()).isLessThan(500);
            if (response.code() >= 400) {
                softly.assertThat(response.getBody(String.class).orElse(""))
                        .as(operation.toString())
                        .contains("trace_id")
                        .doesNotContain("Exception")
                        .doesNotContain("\tat ");
            }
        }
        softly.assertAll();
    }
}
