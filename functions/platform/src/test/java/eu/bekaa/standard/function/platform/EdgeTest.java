package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest(transactional = false)
class EdgeTest {
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

    private static MutableHttpRequest<?> creation(String name) {
        return HttpRequest.POST("/api/v1/api-keys", Map.of("name", name, "scopes", List.of("scf:read")));
    }

    private List<String> actions(Caller auditor) {
        var all = new AuditLog.Filter(null, null, null, null, null);
        return log.page(auditor, all, new PageRequest(100, null)).data().stream()
                .map(record -> record.action())
                .toList();
    }

    @Test
    void std1_withoutCredentialsNothingIsAnswered() {
        var response = http.send(HttpRequest.GET("/api/v1/api-keys"));
        assertThat(response.code()).isEqualTo(401);
        assertThat(Http.error(response)).containsEntry("code", "UNAUTHORIZED");
    }

    @Test
    void std1_healthNeedsNoCredentials() {
        var response = http.send(HttpRequest.GET("/health"));
        assertThat(response.code()).isEqualTo(200);
        assertThat(response.body()).containsEntry("ok", true).containsKey("trace_id");
    }

    @Test
    void std3_anotherOrganizationInTheContextHeaderIsRefused() {
        var other = tenants.create();
        for (var wanted : List.of(other.organizationId(), UUID.randomUUID())) {
            var request = HttpRequest.GET("/api/v1/api-keys").header("x-standard-tenant-id", wanted.toString());
            var response = http.send(tenant.as(tenant.approver(), request));
            assertThat(response.code()).isEqualTo(403);
            assertThat(Http.error(response)).containsEntry("code", "TENANT_MISMATCH");
        }
    }

    @Test
    void std4_aClientsTraceIdIsHonouredAndABadOneReplaced() {
        var sent = http.send(HttpRequest.GET("/health").header("X-Trace-Id", "my-trace-12345"));
        assertThat(sent.header("X-Trace-Id")).isEqualTo("my-trace-12345");
        assertThat(sent.body()).containsEntry("trace_id", "my-trace-12345");

        var replaced = http.send(HttpRequest.GET("/health").header("X-Trace-Id", "short"));
        assertThat(replaced.header("X-Trace-Id")).hasSizeGreaterThanOrEqualTo(8).isNotEqualTo("short");
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/v1/nowhere,404,NOT_FOUND", "DELETE,/api/v1/api-keys,405,METHOD_NOT_ALLOWED"})
    void std4_frameworkErrorsCarryTheEnvelope(String method, String path, int status, String code) {
        var request = HttpRequest.create(HttpMethod.valueOf(method), path);
        var response = http.send(tenant.as(tenant.approver(), request));
        assertThat(response.code()).isEqualTo(status);
        assertThat(Http.error(response)).containsEntry("code", code).containsKey("trace_id");
    }

    @Test
    void std5_theSameKeyReplaysTheFirstAnswerByteForByte() {
        var request = "{\"grace_period_hours\":1}";
        var made = http.send(tenant.as(tenant.approver(), creation("rotated")));
        var path = "/api/v1/api-keys/" + made.body().get("id") + "/rotate";
        var first = http.send(
                tenant.as(tenant.approver(), HttpRequest.POST(path, request).header("Idempotency-Key", "k-1")));
        var again = http.send(
                tenant.as(tenant.approver(), HttpRequest.POST(path, request).header("Idempotency-Key", "k-1")));

        assertThat(first.code()).isEqualTo(201);
        assertThat(again.code())
                .as("the answer held a secret, so no copy of it is kept")
                .isEqualTo(409);
    }

    @Test
    void std5_aRefusalIsReplayedAndAnotherBodyIsAConflict() {
        var unknown = UUID.randomUUID();
        var path = "/api/v1/api-keys/" + unknown + "/rotate";
        var first = http.send(tenant.as(
                tenant.approver(),
                HttpRequest.POST(path, Map.of("grace_period_hours", 1)).header("Idempotency-Key", "k-2")));
        var again = http.send(tenant.as(
                tenant.approver(),
                HttpRequest.POST(path, Map.of("grace_period_hours", 1)).header("Idempotency-Key", "k-2")));
        var other = http.send(tenant.as(
                tenant.approver(),
                HttpRequest.POST(path, Map.of("grace_period_hours", 2)).header("Idempotency-Key", "k-2")));

        assertThat(first.code()).isEqualTo(404);
        assertThat(again.code()).isEqualTo(404);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.getBody(String.class)).isEqualTo(first.getBody(String.class));
        assertThat(Http.error(other)).containsEntry("code", "CONFLICT");
    }

    @Test
    void std6_unknownFieldsAreRefusedByName() {
        var response = http.send(tenant.as(
                tenant.approver(), HttpRequest.POST("/api/v1/api-keys", Map.of("name", "x", "colour", "red"))));
        assertThat(response.code()).isEqualTo(400);
        assertThat(Http.error(response)).containsEntry("code", "VALIDATION_ERROR");
        assertThat(Http.error(response).get("details").toString()).contains("colour");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"\"}|name",
                "{\"name\":1.5,|",
                "[]|",
                "{\"name\":\"x\",\"expires_at\":\"soon\"}|expires_at"
            })
    void std6_badBodiesAreRefusedWithTheirField(String body, String field) {
        var response = http.send(tenant.as(tenant.approver(), HttpRequest.POST("/api/v1/api-keys", body)));
        assertThat(response.code()).isEqualTo(400);
        assertThat(Http.error(response)).containsEntry("code", "VALIDATION_ERROR");
        if (field != null) {
            assertThat(Http.error(response).get("details").toString()).contains(field);
        }
    }

    @Test
    void std7_aDeniedPermissionIsAudited() {
        var response = http.send(tenant.as(tenant.viewer(), creation("not mine to make")));
        assertThat(response.code()).isEqualTo(403);
        assertThat(Http.error(response)).containsEntry("code", "FORBIDDEN");
        assertThat(actions(tenant.auditor())).contains("security.permission_denied");
    }

    @Test
    void std2_anotherOrganizationsKeyIsNotFoundAndTheAttemptRecorded() {
        var theirs = tenants.create();
        var made = http.send(theirs.as(theirs.approver(), creation("theirs")));
        var foreign = http.send(tenant.as(
                tenant.approver(),
                HttpRequest.DELETE("/api/v1/api-keys/" + made.body().get("id"))));
        var missing =
                http.send(tenant.as(tenant.approver(), HttpRequest.DELETE("/api/v1/api-keys/" + UUID.randomUUID())));

        assertThat(foreign.code()).isEqualTo(missing.code()).isEqualTo(404);
        assertThat(Http.error(foreign).get("code"))
                .isEqualTo(Http.error(missing).get("code"));
        assertThat(actions(tenant.auditor())).containsOnlyOnce("security.cross_tenant_access_blocked");
        assertThat(actions(theirs.auditor())).doesNotContain("security.cross_tenant_access_blocked");
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() {
        var first = http.send(tenant.as(tenant.viewer(), HttpRequest.GET("/api/v1/organizations")));
        var tag = first.header("ETag");
        var again = http.send(tenant.as(
                tenant.viewer(), HttpRequest.GET("/api/v1/organizations").header("If-None-Match", tag)));
        assertThat(tag).isNotNull();
        assertThat(again.code()).isEqualTo(304);
    }

    @Test
    void aPageLinksToTheNext() {
        http.send(tenant.as(tenant.approver(), creation("one")));
        http.send(tenant.as(tenant.approver(), creation("two")));
        var page = http.send(tenant.as(tenant.auditor(), HttpRequest.GET("/api/v1/observability/audit?limit=1")));
        assertThat(page.header("Link")).contains("limit=1").contains("cursor=").endsWith("rel=\"next\"");
    }

    @Test
    void anErrorIsAProblemDocumentOnRequest() {
        var response = http.send(
                HttpRequest.GET("/api/v1/api-keys").header("Accept", "application/json, application/problem+json"));
        assertThat(response.code()).isEqualTo(401);
        assertThat(response.header("Content-Type")).startsWith("application/problem+json");
        assertThat(response.getBody(String.class).orElseThrow())
                .contains("\"code\":\"UNAUTHORIZED\"")
                .contains("\"status\":401")
                .contains("trace_id");
    }

    @Test
    void withoutAGatewayNobodyNamesTheirOwnAddress() {
        http.send(tenant.as(tenant.approver(), creation("one")).header("X-Forwarded-For", "203.0.113.9"));
        var all = new AuditLog.Filter(null, null, "api_key.created", null, null);
        assertThat(log.page(tenant.auditor(), all, new PageRequest(5, null)).data())
                .singleElement()
                .satisfies(record -> assertThat(record.ipAddress()).isNotEqualTo("203.0.113.9"));
    }
}
