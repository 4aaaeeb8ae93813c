package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OutboundTest
class IntegrationTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    IntegrationDesk desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> history(String path) {
        return (List<Map<String, Object>>)
                Http.body(desk.by(desk.tenant.approver(), HttpRequest.GET(path + "/history")))
                        .get("data");
    }

    @Test
    void std153_anIntegrationIsTestedBeforeItIsUsed() {
        var path = desk.configured();
        var early = desk.patch(path, Map.of("enabled", true));
        assertThat(early.code()).isEqualTo(409);
        assertThat(Http.error(early)).containsEntry("code", "INVALID_STATE_TRANSITION");

        assertThat(desk.test(path).body()).containsEntry("status", "connection_tested");
        assertThat(desk.other.calls("/api").getFirst().header("x-api-key")).isEqualTo(IntegrationDesk.CANARY);
        assertThat(desk.patch(path, Map.of("enabled", true)).body())
                .containsEntry("status", "enabled")
                .containsEntry("enabled", true);
        assertThat(desk.patch(path, Map.of("enabled", false)).body()).containsEntry("status", "disabled");
        assertThat(desk.patch(path, Map.of("enabled", true)).body()).containsEntry("status", "enabled");

        assertThat(desk.patch(path, Map.of("credentials", Map.of("api_key", "fresh")))
                        .body())
                .containsEntry("status", "rotating_credentials")
                .containsEntry("enabled", false);
        desk.other.answer("/api", 401, 200);
        assertThat(desk.test(path).body())
                .containsEntry("status", "failed")
                .containsEntry("status_reason", "The other system answered 401.");
        assertThat(desk.test(path).body())
                .containsEntry("status", "connection_tested")
                .containsEntry("status_reason", null);
        assertThat(desk.other.calls("/api").getLast().header("x-api-key")).isEqualTo("fresh");
        assertThat(desk.patch(path, Map.of("config", Map.of("base_url", desk.other.url("/other"))))
                        .body())
                .containsEntry("status", "configured");

        assertThat(desk.by(desk.tenant.approver(), HttpRequest.POST(path + "/revoke", Map.of()))
                        .body())
                .containsEntry("status", "revoked")
                .containsEntry("has_credentials", false);
        for (var refused : List.of(
                desk.patch(path, Map.of("name", "x")),
                desk.test(path),
                desk.by(desk.tenant.approver(), HttpRequest.POST(path + "/revoke", Map.of())))) {
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
        var made = desk.post(Map.of());
        assertThat(made.body()).containsEntry("status", "draft").containsEntry("has_credentials", false);
        var path = "/api/v1/integrations/" + made.body().get("integration_id");
        assertThat(desk.test(path).code()).isEqualTo(409);
        assertThat(desk.patch(path, Map.of("credentials", Map.of("api_key", IntegrationDesk.CANARY)))
                        .body())
                .containsEntry("status", "configured");
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
        var refused = desk.post(Map.of("scopes", List.of("report:read", scope)));
        assertThat(refused.code()).isEqualTo(400);
        assertThat(desk.patch(desk.configured(), Map.of("scopes", List.of(scope)))
                        .code())
                .isEqualTo(400);
    }

    @Test
    void std153_onlyAdministratorsOfTheOrganizationSeeAndChangeIntegrations() {
        var path = desk.configured();
        for (var caller :
                List.of(desk.tenant.assessor(), desk.tenant.viewer(), desk.tenant.auditor(), desk.tenant.machine())) {
            assertThat(desk.by(caller, HttpRequest.GET(path)).code()).isEqualTo(403);
            assertThat(desk.by(caller, HttpRequest.POST("/api/v1/integrations", desk.wanted(Map.of())))
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
