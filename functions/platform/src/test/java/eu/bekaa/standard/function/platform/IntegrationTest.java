package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
@Property(name = "standard.outbound.reach", value = "any")
@Property(name = "standard.outbound.timeout", value = "5s")
@Property(name = "standard.webhooks.failures-before-disabling", value = "3")
@Property(name = "standard.webhooks.failing-before-disabling", value = "0s")
@Property(name = "standard.email.sender", value = "mailbox")
@Property(name = "test.clock", value = "running")
class IntegrationTest {
    private static final String CANARY = "canary-7d1f0c-never-to-be-seen";

    @Inject
    Http http;

    @Inject
    Tenants tenants;

    private Tenant tenant;
    private Receiver other;

    @BeforeEach
    void anOrganizationAndAnotherSystem() throws IOException {
        tenant = tenants.create();
        other = new Receiver();
    }

    @AfterEach
    void close() {
        other.close();
    }

    private HttpResponse<Map<String, Object>> by(Caller caller, MutableHttpRequest<?> request) {
        return http.send(tenant.as(caller, request));
    }

    private Map<String, Object> wanted(Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "name", "Tickets",
                "type", "destination_connector",
                "provider", "jira",
                "auth_method", "api_key",
                "config", Map.of("base_url", other.url("/api")),
                "supported_events", List.of("soa.approved"),
                "scopes", List.of("report:read")));
        body.putAll(more);
        return body;
    }

    private HttpResponse<Map<String, Object>> post(Map<String, ?> more) {
        return by(tenant.approver(), HttpRequest.POST("/api/v1/integrations", wanted(more)));
    }

    private String configured() {
        var made = post(Map.of("credentials", Map.of("api_key", CANARY)));
        assertThat(made.code()).as(made.body() + "").isEqualTo(201);
        assertThat(made.body()).containsEntry("status", "configured").containsEntry("has_credentials", true);
        return "/api/v1/integrations/" + made.body().get("integration_id");
    }

    private HttpResponse<Map<String, Object>> patch(String path, Map<String, ?> body) {
        return by(tenant.approver(), HttpRequest.PATCH(path, body));
    }

    private HttpResponse<Map<String, Object>> test(String path) {
        return by(tenant.approver(), HttpRequest.POST(path + "/test", Map.of()));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> history(String path) {
        return (List<Map<String, Object>>) Http.body(by(tenant.approver(), HttpRequest.GET(path + "/history")))
                .get("data");
    }

    private List<String> dump() throws SQLException {
        var rows = new ArrayList<String>();
        try (var owner = TestDatabase.instance().owner();
                var statement = owner.createStatement()) {
            for (var table : List.of(
                    "integration", "integration_status", "audit_record", "job", "domain_event", "idempotency_key")) {
                try (var found = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
                    while (found.next()) {
                        rows.add(found.getString(1));
                    }
                }
            }
        }
        return rows;
    }

    @Test
    void std153_anIntegrationIsTestedBeforeItIsUsed() {
        var path = configured();
        var early = patch(path, Map.of("enabled", true));
        assertThat(early.code()).isEqualTo(409);
        assertThat(Http.error(early)).containsEntry("code", "INVALID_STATE_TRANSITION");

        assertThat(test(path).body()).containsEntry("status", "connection_tested");
        assertThat(other.calls("/api").getFirst().header("x-api-key")).isEqualTo(CANARY);
        assertThat(patch(path, Map.of("enabled", true)).body())
                .containsEntry("status", "enabled")
                .containsEntry("enabled", true);
        assertThat(patch(path, Map.of("enabled", false)).body()).containsEntry("status", "disabled");
        assertThat(patch(path, Map.of("enabled", true)).body()).containsEntry("status", "enabled");

        assertThat(patch(path, Map.of("credentials", Map.of("api_key", "fresh")))
                        .body())
                .containsEntry("status", "rotating_credentials")
                .containsEntry("enabled", false);
        other.answer("/api", 401, 200);
        assertThat(test(path).body())
                .containsEntry("status", "failed")
                .containsEntry("status_reason", "The other system answered 401.");
        assertThat(test(path).body())
                .containsEntry("status", "connection_tested")
                .containsEntry("status_reason", null);
        assertThat(other.calls("/api").getLast().header("x-api-key")).isEqualTo("fresh");
        assertThat(patch(path, Map.of("config", Map.of("base_url", other.url("/other"))))
                        .body())
                .containsEntry("status", "configured");

        assertThat(by(tenant.approver(), HttpRequest.POST(path + "/revoke", Map.of()))
                        .body())
                .containsEntry("status", "revoked")
                .containsEntry("has_credentials", false);
        for (var refused : List.of(
                patch(path, Map.of("name", "x")),
                test(path),
                by(tenant.approver(), HttpRequest.POST(path + "/revoke", Map.of())))) {
            assertThat(refused.code()).isEqualTo(409);
        }
        assertThat(history(path))
                .extracting(step -> step.get("to_status"))
                .containsExactly(
                        "configured",
                        "connection_tested",
                        "enabled",
                        "disabled",
                        "enabled",
                        "rotating_credentials",
                        "failed",
                        "connection_tested",
                        "configured",
                        "revoked");
    }

    @Test
    void std153_withoutCredentialsItIsADraft() {
        var made = post(Map.of());
        assertThat(made.body()).containsEntry("status", "draft").containsEntry("has_credentials", false);
        var path = "/api/v1/integrations/" + made.body().get("integration_id");
        assertThat(test(path).code()).isEqualTo(409);
        assertThat(patch(path, Map.of("credentials", Map.of("api_key", CANARY))).body())
                .containsEntry("status", "configured");
    }

    @Test
    void std153_credentialsAreNeverSeenAgain() throws SQLException {
        var out = System.out;
        var log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        var answers = new StringBuilder();
        String path;
        try {
            path = configured();
            for (var response : List.of(
                    by(tenant.owner(), HttpRequest.GET("/api/v1/integrations")),
                    by(tenant.owner(), HttpRequest.GET(path)),
                    by(tenant.owner(), HttpRequest.GET(path + "/history")),
                    test(path),
                    post(Map.of("credentials", Map.of("token", CANARY))),
                    post(Map.of("credentials", Map.of("api_key", CANARY + "\n"))),
                    post(Map.of("credentials", Map.of("api_key", CANARY, "more", CANARY))),
                    post(Map.of("config", Map.of("api_key", CANARY))),
                    by(tenant.owner(), HttpRequest.GET("/api/v1/observability/audit")))) {
                answers.append(response.getBody(String.class).orElse("")).append(response.body());
            }
        } finally {
            System.setOut(out);
        }
        assertThat(answers).doesNotContain(CANARY);
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(CANARY);
        var hex = HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_8));
        assertThat(dump()).isNotEmpty().noneMatch(row -> row.contains(CANARY) || row.contains(hex));
    }

    @Test
    void std153_aCiphertextMovedToAnotherIntegrationDoesNotOpen() throws SQLException {
        var mine = configured();
        var path = configured();
        try (var owner = TestDatabase.instance().owner();
                var move = owner.prepareStatement("""
                        UPDATE integration
                           SET credentials = (SELECT credentials FROM integration WHERE integration_id = ?::uuid)
                         WHERE integration_id = ?::uuid
                        """)) {
            move.setString(1, mine.substring(mine.lastIndexOf('/') + 1));
            move.setString(2, path.substring(path.lastIndexOf('/') + 1));
            assertThat(move.executeUpdate()).isOne();
        }
        assertThat(test(path).code()).isEqualTo(500);
        assertThat(test(mine).code()).isEqualTo(200);
        assertThat(other.calls("/api")).hasSize(1);
    }

    @Test
    void std153_deletingErasesTheCredentialsAndKeepsTheHistory() throws SQLException {
        var path = configured();
        var id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(by(tenant.approver(), HttpRequest.DELETE(path)).code()).isEqualTo(204);

        assertThat(by(tenant.approver(), HttpRequest.GET(path)).code()).isEqualTo(404);
        assertThat(by(tenant.approver(), HttpRequest.DELETE(path)).code()).isEqualTo(404);
        try (var owner = TestDatabase.instance().owner();
                var select = owner.prepareStatement("""
                        SELECT i.credentials IS NULL, i.config, count(s.*)
                          FROM integration i
                          JOIN integration_status s USING (integration_id)
                         WHERE integration_id = ?::uuid
                         GROUP BY i.credentials, i.config
                        """)) {
            select.setString(1, id);
            try (var rows = select.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getBoolean(1)).isTrue();
                assertThat(rows.getString(2)).isEqualTo("{}");
                assertThat(rows.getInt(3)).isOne();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soa:write",
                "artifact:write",
                "report:write",
                "poam:write",
                "assessment:transition",
                "soa:approve",
                "approval:decide",
                "workflow:signal",
                "*"
            })
    void std153_aConnectorCanNeitherApproveNorWriteAnArtifact(String scope) {
        var refused = post(Map.of("scopes", List.of("report:read", scope)));
        assertThat(refused.code()).isEqualTo(400);
        assertThat(patch(configured(), Map.of("scopes", List.of(scope))).code()).isEqualTo(400);
    }

    @Test
    void std153_onlyAdministratorsOfTheOrganizationSeeAndChangeIntegrations() {
        var path = configured();
        for (var caller : List.of(tenant.assessor(), tenant.viewer(), tenant.auditor(), tenant.machine())) {
            assertThat(by(caller, HttpRequest.GET(path)).code()).isEqualTo(403);
            assertThat(by(caller, HttpRequest.POST("/api/v1/integrations", wanted(Map.of())))
                            .code())
                    .isEqualTo(403);
        }
        var stranger = tenants.create();
        for (var request : List.of(
                HttpRequest.GET(path), HttpRequest.PATCH(path, Map.of("name", "x")), HttpRequest.DELETE(path))) {
            assertThat(http.send(stranger.as(stranger.owner(), request)).code()).isEqualTo(404);
        }
    }
}
