package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Credentials go in, are used, and never come out.
@OutboundTest
class IntegrationCredentialsTest {
    @Inject
    IntegrationDesk desk;

    @AfterEach
    void close() {
        desk.close();
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
    void std153_credentialsAreNeverSeenAgain() throws SQLException {
        var out = System.out;
        var log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        var answers = new StringBuilder();
        String path;
        try {
            path = desk.configured();
            for (var response : List.of(
                    desk.by(desk.tenant.owner(), HttpRequest.GET("/api/v1/integrations")),
                    desk.by(desk.tenant.owner(), HttpRequest.GET(path)),
                    desk.by(desk.tenant.owner(), HttpRequest.GET(path + "/history")),
                    desk.test(path),
                    desk.post(Map.of("credentials", Map.of("token", IntegrationDesk.CANARY))),
                    desk.post(Map.of("credentials", Map.of("api_key", IntegrationDesk.CANARY + "\n"))),
                    desk.post(Map.of(
                            "credentials", Map.of("api_key", IntegrationDesk.CANARY, "more", IntegrationDesk.CANARY))),
                    desk.post(Map.of("config", Map.of("api_key", IntegrationDesk.CANARY))),
                    desk.by(desk.tenant.owner(), HttpRequest.GET("/api/v1/observability/audit")))) {
                answers.append(response.getBody(String.class).orElse("")).append(response.body());
            }
        } finally {
            System.setOut(out);
        }
        assertThat(answers).doesNotContain(IntegrationDesk.CANARY);
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(IntegrationDesk.CANARY);
        var hex = HexFormat.of().formatHex(IntegrationDesk.CANARY.getBytes(StandardCharsets.UTF_8));
        assertThat(dump()).isNotEmpty().noneMatch(row -> row.contains(IntegrationDesk.CANARY) || row.contains(hex));
    }

    @Test
    void std153_aCiphertextMovedToAnotherIntegrationDoesNotOpen() throws SQLException {
        var mine = desk.configured();
        var path = desk.configured();
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
        assertThat(desk.test(path).code()).isEqualTo(500);
        assertThat(desk.test(mine).code()).isEqualTo(200);
        assertThat(desk.other.calls("/api")).hasSize(1);
    }

    @Test
    void std153_deletingErasesTheCredentialsAndKeepsTheHistory() throws SQLException {
        var path = desk.configured();
        var id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(desk.by(desk.tenant.approver(), HttpRequest.DELETE(path)).code())
                .isEqualTo(204);

        assertThat(desk.by(desk.tenant.approver(), HttpRequest.GET(path)).code())
                .isEqualTo(404);
        assertThat(desk.by(desk.tenant.approver(), HttpRequest.DELETE(path)).code())
                .isEqualTo(404);
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
}
