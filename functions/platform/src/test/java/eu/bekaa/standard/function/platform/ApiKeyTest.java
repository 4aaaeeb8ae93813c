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

    private Map<String, Object> shown(Object id) {
        @SuppressWarnings("unchecked")
        var keys = (List<Map<String, Object>>)
                Http.body(byApprover(HttpRequest.GET("/api/v1/api-keys"))).get("data");
        return keys.stream().filter(key -> id.equals(key.get("id"))).findFirst().orElseThrow();
    }

    private static void update(String assignment, Object id) throws SQLException {
        try (var connection = TestDatabase.instance().owner();
                var update = connection.prepareStatement(
                        "UPDATE api_key SET " + assignment + " WHERE api_key_id = ?::uuid")) {
            update.setString(1, id.toString());
            update.executeUpdate();
        }
    }

    @Test
    void std22_aRevokedOrExpiredKeyIsNeitherRotatedNorChanged() throws SQLException {
        var key = made(Map.of("name", "CI"));
        var path = "/api/v1/api-keys/" + key.get("id");
        update("expires_at = now()", key.get("id"));
        assertThat(byApprover(HttpRequest.POST(path + "/rotate", Map.of())).code())
                .isEqualTo(409);
        byApprover(HttpRequest.DELETE(path));
        assertThat(byApprover(HttpRequest.POST(path + "/rotate", Map.of())).code())
                .isEqualTo(409);
        assertThat(byApprover(HttpRequest.PATCH(path, Map.of("name", "other"))).code())
                .isEqualTo(409);
        assertThat(shown(key.get("id"))).containsEntry("status", "revoked").containsEntry("is_revoked", true);
    }

    @Test
    void std25_aKeyIsRenamedAndRestricted() {
        var key = made(Map.of("name", "CI", "scopes", List.of("scf:read", "audit:read")));
        var path = "/api/v1/api-keys/" + key.get("id");
        assertThat(statusWith(key.get("key"), "/api/v1/observability/audit")).isEqualTo(200);

        var revised = byApprover(HttpRequest.PATCH(
                path, Map.of("name", "Nightly", "scopes", List.of("scf:read"), "expires_at", "2100-01-01T00:00:00Z")));
        assertThat(Http.body(revised))
                .containsEntry("name", "Nightly")
                .containsEntry("scopes", List.of("scf:read"))
                .containsEntry("expires_at", "2100-01-01T00:00:00Z");
        assertThat(statusWith(key.get("key"), "/api/v1/observability/audit"))
                .as("at once")
                .isEqualTo(403);
        for (var refused : List.of(
                Map.of("scopes", List.of()), Map.of("name", " "), Map.of("expires_at", "2001-01-01T00:00:00Z"))) {
            assertThat(byApprover(HttpRequest.PATCH(path, refused)).code()).isEqualTo(400);
        }
        assertThat(actions()).contains("api_key.updated");
    }

    @Test
    void lastUseIsRememberedToTheMinute() throws SQLException {
        var key = made(Map.of("name", "CI"));
        assertThat(shown(key.get("id"))).containsEntry("last_used_at", null);
        statusWith(key.get("key"), "/api/v1/auth/me");
        var first = shown(key.get("id")).get("last_used_at");
        statusWith(key.get("key"), "/api/v1/auth/me");
        assertThat(first).isNotNull();
        assertThat(shown(key.get("id"))).containsEntry("last_used_at", first);

        update("last_used_at = last_used_at - interval '2 minutes'", key.get("id"));
        statusWith(key.get("key"), "/api/v1/auth/me");
        assertThat(shown(key.get("id")).get("last_used_at"))
                .isNotEqualTo(first)
                .asString()
                .isGreaterThan(first.toString());
    }

    @Test
    void std7_aKeyThatIsNoLongerGoodIsRefusedAndRecorded() {
        var key = made(Map.of("name", "CI"));
        byApprover(HttpRequest.DELETE("/api/v1/api-keys/" + key.get("id")));
        assertThat(statusWith(key.get("key"), "/api/v1/auth/me")).isEqualTo(401);
        assertThat(actions()).contains("security.credentials_refused");
        assertThat(shown(key.get("id"))).containsEntry("last_used_at", null);
    }

    @Test
    void std23_noScopeLetsAKeyManageKeys() {
        var own = tenant.machine().actor().id();
        for (var request : List.of(
                HttpRequest.POST("/api/v1/api-keys", Map.of("name", "mine")),
                HttpRequest.PATCH("/api/v1/api-keys/" + own, Map.of("name", "mine")),
                HttpRequest.DELETE("/api/v1/api-keys/" + own),
                HttpRequest.POST("/api/v1/api-keys/" + own + "/rotate", Map.of()))) {
            assertThat(http.send(tenant.as(tenant.machine(), request)).code()).isEqualTo(403);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object> actions() {
        var page = http.send(tenant.as(tenant.auditor(), HttpRequest.GET("/api/v1/observability/audit?limit=100")));
        return ((List<Map<String, Object>>) Http.body(page).get("data"))
                .stream().map(record -> record.get("action")).toList();
    }
}
