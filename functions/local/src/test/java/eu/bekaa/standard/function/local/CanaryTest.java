package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.authority.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Secrets that are given to the platform or made by it are found nowhere afterwards: in no answer, no row of any
/// table (the audit log among them), no stored file and no line of the log.
class CanaryTest {
    private static final String CANARY = "canary-" + UUID.randomUUID();

    private final Neighbourhood town = Neighbourhood.instance();

    private String sent(String method, String path, String body) {
        return Neighbourhood.send(town.request(path)
                        .header("Cookie", town.cookie(Role.OWNER))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build())
                .body();
    }

    @Test
    void secretsStayWithThoseWhoHaveThem() throws Exception {
        var owner = town.owner(town.ours());
        var secrets = new ArrayList<>(List.of(CANARY, town.cookie(Role.OWNER).split("=", 2)[1]));
        secrets.add(owner.post("/api/v1/api-keys", Map.of("name", "A key", "scopes", List.of("assessment:read")))
                .get("key")
                .toString());
        secrets.add(owner.post(
                        "/api/v1/organizations/" + town.ours() + "/webhooks", Map.of("url", "https://93.184.216.34/"))
                .get("signing_secret")
                .toString());

        var answers = new ArrayList<String>();
        var credentials = "\"credentials\":{\"api_key\":\"" + CANARY + "\"}";
        var integration =
                "{\"name\":\"Tickets\",\"provider\":\"jira\",\"type\":\"destination_connector\",\"auth_method\":\"api_key\",";
        answers.add(sent("POST", "/api/v1/integrations", integration + credentials + "}"));
        assertThat(answers.getFirst()).contains("Tickets");
        answers.add(sent("GET", "/api/v1/integrations", ""));
        answers.add(sent("POST", "/api/v1/integrations", integration + credentials + ",\"unknown\":1}"));
        answers.add(sent("POST", "/api/v1/integrations", integration + credentials.replace("}", "")));
        answers.add(sent("POST", "/api/v1/integrations", integration + "\"credentials\":\"" + CANARY + "\"}"));
        for (var password :
                List.of("\"" + CANARY + "\"", "{\"a\":\"" + CANARY + "\"}", "[\"" + CANARY + "\"", "7" + CANARY)) {
            answers.add(sent(
                    "POST",
                    "/api/v1/auth/sign-in",
                    "{\"email\":\"nobody@neighbour.example\",\"password\":" + password + "}"));
            answers.add(
                    sent("POST", "/api/v1/auth/accept-invitation", "{\"token\":\"x\",\"password\":" + password + "}"));
        }
        answers.add(Neighbourhood.send(town.request("/api/v1/auth/me")
                        .header("Authorization", "Bearer standard_live_" + CANARY)
                        .build())
                .body());
        answers.add(sent("GET", "/api/v1/observability/audit?limit=100", ""));
        answers.add(sent("GET", "/api/v1/observability/audit/export", ""));

        for (var secret : secrets) {
            assertThat(answers).as("answers").noneMatch(answer -> answer.contains(secret));
            assertThat(tables(secret)).as("tables").isEmpty();
            assertThat(files(secret)).as("files").isEmpty();
        }
    }

    private List<String> tables(String secret) throws SQLException {
        try (var ledger = town.ledger()) {
            var found = new ArrayList<String>();
            for (var table : ledger.texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
                var query = "SELECT count(*) FROM " + table + " AS t WHERE strpos(CAST(t AS text), ?) > 0";
                if (ledger.count(query, secret) > 0) {
                    found.add(table);
                }
            }
            return found;
        }
    }

    /// What the platform writes besides the database: logs and objects.
    private List<String> files(String secret) throws IOException {
        try (var files = Files.walk(town.home())) {
            return files.filter(file -> file.toString().matches(".*/(logs|objects)/.*") && Files.isRegularFile(file))
                    .filter(file -> holds(file, secret))
                    .map(Object::toString)
                    .toList();
        }
    }

    private static boolean holds(Path file, String secret) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
