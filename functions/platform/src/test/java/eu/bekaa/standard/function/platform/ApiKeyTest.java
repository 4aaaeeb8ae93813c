package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.authority.KeyScope;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ApiKeyTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    private Tenant tenant;

    @BeforeEach
    void anOrganization() {
        tenant = tenants.create();
    }

    private HttpResponse<Map<String, Object>> byApprover(MutableHttpRequest<?> request) {
        return http.send(tenant.as(tenant.approver(), request));
    }

    private Map<String, Object> made(Map<String, Object> creation) {
        var response = byApprover(HttpRequest.POST("/api/v1/api-keys", creation));
        assertThat(response.code()).isEqualTo(201);
        return Http.body(response);
    }

    private int statusWith(Object key, String path) {
        return http.send(HttpRequest.GET(path).header("Authorization", "Bearer " + key))
                .code();
    }

    @Test
    void std20_theRawKeyIsShownOnceAndOnlyItsHashKept() throws SQLException {
        var key = made(Map.of("name", "CI"));
        assertThat(key.get("key").toString()).startsWith("standard_live_").hasSizeGreaterThan(50);

        var list = byApprover(HttpRequest.GET("/api/v1/api-keys"));
        assertThat(list.getBody(String.class).orElseThrow())
                .doesNotContain(key.get("key").toString());
        try (var connection = TestDatabase.instance().owner();
                var rows = connection.createStatement().executeQuery("SELECT k::text FROM api_key k")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(key.get("key").toString());
            }
        }
    }

    @Test
    void std21_aRevokedKeyAuthenticatesNobodyAtOnce() {
        var key = made(Map.of("name", "CI"));
        assertThat(statusWith(key.get("key"), "/api/v1/auth/me")).isEqualTo(200);

        assertThat(byApprover(HttpRequest.DELETE("/api/v1/api-keys/" + key.get("id")))
                        .code())
                .isEqualTo(200);

        assertThat(statusWith(key.get("key"), "/api/v1/auth/me")).isEqualTo(401);
    }

    @Test
    void std21_anExpiredKeyAuthenticatesNobody() throws SQLException {
        var key = made(Map.of("name", "CI", "expires_at", "2100-01-01T00:00:00Z"));
        try (var connection = TestDatabase.instance().owner();
                var update = connection.prepareStatement(
                        "UPDATE api_key SET expires_at = now() WHERE api_key_id = ?::uuid")) {
            update.setString(1, key.get("id").toString());
            update.executeUpdate();
        }
        assertThat(statusWith(key.get("key"), "/api/v1/auth/me")).isEqualTo(401);
    }

    @Test
    @SuppressWarnings("unchecked")
    void std22_aRotatedKeyHasASuccessorAndWorksUntilTheGraceEnds() {
        var key = made(Map.of("name", "CI", "scopes", List.of("scf:read")));
        var path = "/api/v1/api-keys/" + key.get("id") + "/rotate";

        var rotated = byApprover(HttpRequest.POST(path, Map.of("grace_period_hours", 2)));
        var successor = (Map<String, Object>) Http.body(rotated).get("new_key");

        assertThat(successor).containsEntry("name", "CI (rotated)").containsEntry("scopes", List.of("scf:read"));
        assertThat(statusWith(key.get("key"), "/api/v1/auth/me")).isEqualTo(200);
        assertThat(statusWith(successor.get("key"), "/api/v1/auth/me")).isEqualTo(200);
        assertThat(byApprover(HttpRequest.POST(path, Map.of())).code()).isEqualTo(409);
    }

    @Test
    void std22_withoutGraceTheOldKeyEndsAtOnce() {
        var key = made(Map.of("name", "CI"));
        byApprover(HttpRequest.POST("/api/v1/api-keys/" + key.get("id") + "/rotate", Map.of("grace_period_hours", 0)));
        assertThat(statusWith(key.get("key"), "/api/v1/auth/me")).isEqualTo(401);
    }

    @Test
    void std23_keysNeverManageKeys() {
        var refused = http.send(tenant.as(tenant.machine(), HttpRequest.GET("/api/v1/api-keys")));
        assertThat(refused.code()).isEqualTo(403);
    }

    @Test
    void std24_omittedScopesAreAllThatAreOfferedAndAnEmptyListIsRefused() {
        assertThat(made(Map.of("name", "CI"))).containsEntry("scopes", KeyScope.offered());
        for (var scopes : List.of(List.of(), List.of("scf:import"), List.of("assessment:approve"))) {
            var refused = byApprover(HttpRequest.POST("/api/v1/api-keys", Map.of("name", "CI", "scopes", scopes)));
            assertThat(refused.code()).isEqualTo(400);
        }
    }

    @Test
    void std24_aCallOutsideTheScopesIsRefused() {
        var key = made(Map.of("name", "CI", "scopes", List.of("scf:read")));
        var refused = http.send(
                HttpRequest.GET("/api/v1/observability/audit").header("Authorization", "Bearer " + key.get("key")));
        assertThat(refused.code()).isEqualTo(403);
        assertThat(Http.error(refused)).containsEntry("code", "INSUFFICIENT_SCOPE");
    }

    @Test
    @SuppressWarnings("unchecked")
    void std25_eachChangeOfAKeyIsAudited() {
        var key = made(Map.of("name", "CI"));
        byApprover(HttpRequest.POST("/api/v1/api-keys/" + key.get("id") + "/rotate", Map.of()));
        byApprover(HttpRequest.DELETE("/api/v1/api-keys/" + key.get("id")));

        var page = http.send(tenant.as(tenant.auditor(), HttpRequest.GET("/api/v1/observability/audit")));

        assertThat((List<Map<String, Object>>) Http.body(page).get("data"))
                .extracting(record -> record.get("action"))
                .containsExactly("api_key.revoked", "api_key.rotated", "api_key.created");
    }
}
