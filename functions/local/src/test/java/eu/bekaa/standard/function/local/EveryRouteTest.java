package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Probes every operation that the API describes of itself.
@MicronautTest(transactional = false)
class EveryRouteTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> OPEN =
            Set.of("/health", "/api/v1/health", "/api/v1/auth/sign-in", "/api/v1/auth/accept-invitation");
    private static final String HOSTILE = "'; DROP TABLE organization; -- <script>alert(1)</script>";

    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    AuditLog log;

    private Tenant tenant;

    @BeforeEach
    void anOrganization() {
        tenant = tenants.create();
    }

    /// @param permission what it asks for
    /// @param errors     the codes that it is said to answer with
    private record Operation(
            HttpMethod method, String path, String contentType, String permission, Set<String> errors) {
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
                        var described = (Map<String, Object>) operation;
                        operations.add(new Operation(
                                verb,
                                path,
                                contentType(described),
                                String.valueOf(described.get("x-permission")),
                                errors((Map<String, Object>) described.get("responses"))));
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

    @SuppressWarnings("unchecked")
    private static Set<String> errors(Map<String, Object> responses) {
        return responses.values().stream()
                .map(response -> ((Map<String, Map<String, Object>>) response).get("content"))
                .filter(Objects::nonNull)
                .map(content -> (Map<String, Object>) content.get("application/json"))
                .filter(Objects::nonNull)
                .map(json -> (Map<String, Object>) json.getOrDefault("examples", Map.of()))
                .flatMap(examples -> examples.keySet().stream())
                .collect(Collectors.toSet());
    }

    private static void isDescribed(
            SoftAssertions softly, Operation operation, HttpResponse<Map<String, Object>> answer) {
        if (answer.code() >= 400) {
            softly.assertThat(operation.errors()).as(operation.toString()).contains(code(answer));
        }
    }

    /// Each family of paths has its own envelope.
    private static String code(HttpResponse<Map<String, Object>> answer) {
        var error = Http.body(answer).get("error");
        return String.valueOf(error instanceof Map<?, ?> standard ? standard.get("code") : error);
    }

    @Test
    void std7_everyDenialIsAuditedAndEveryDeniedApprovalRaisesTheAlarm() {
        var denied = new TreeMap<String, Integer>();
        var softly = new SoftAssertions();
        for (var operation : operations()) {
            for (var caller : List.of(tenant.assessor(), tenant.viewer(), tenant.auditor(), tenant.machine())) {
                if (!caller.may(operation.permission())) {
                    var answer = http.send(tenant.as(
                            caller, operation.request(UUID.randomUUID().toString())));
                    var code = caller.actor() instanceof Actor.Machine ? "INSUFFICIENT_SCOPE" : "FORBIDDEN";
                    softly.assertThat(answer.code()).as(operation.toString()).isEqualTo(403);
                    softly.assertThat(code(answer)).as(operation.toString()).isEqualTo(code);
                    denied.merge("security.permission_denied", 1, Integer::sum);
                    if (operation.permission().endsWith(":approve")
                            || operation.permission().equals("approval:decide")) {
                        denied.merge("security.approval_permission_denied", 1, Integer::sum);
                    }
                }
            }
        }
        softly.assertAll();
        assertThat(denied.get("security.approval_permission_denied")).isGreaterThan(20);
        denied.forEach((action, count) ->
                assertThat(recorded(action)).as(action).isEqualTo(count).isPositive());
    }

    private int recorded(String action) {
        var filter = new AuditLog.Filter(null, null, action, null, null);
        int count = 0;
        var page = log.page(tenant.auditor(), filter, PageRequest.of(100, null));
        while (true) {
            count += page.data().size();
            if (page.nextCursor() == null) {
                return count;
            }
            page = log.page(tenant.auditor(), filter, PageRequest.of(100, page.nextCursor()));
        }
    }

    @Test
    void std1_noOperationAnswersWithoutCredentials() {
        var softly = new SoftAssertions();
        for (var operation : operations()) {
            var response = http.send(operation.request(UUID.randomUUID().toString()));
            softly.assertThat(response.code()).as(operation.toString()).isEqualTo(401);
            isDescribed(softly, operation, response);
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
            isDescribed(softly, operation, response);
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
            isDescribed(softly, operation, response);
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
