package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void aFirstStartMakesWhatOneNeedsAndAStopKeepsItAndLeavesNoProcess() throws Exception {
        String password;
        try (var platform = RunningPlatform.start(directory)) {
            var environment = platform.environment();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("standard.env"))))
                    .isEqualTo("rw-------");
            password = environment.get("STANDARD_ASSESSOR_PASSWORD");
            assertThat(signIn(environment, "ASSESSOR")).isEqualTo(200);
            assertThat(signIn(environment, "APPROVER")).isEqualTo(200);
            assertThat(signIn(environment, "ADMIN")).isEqualTo(200);
            assertThat(get(environment, "/api/v1/scf/versions")).isIn(200, 404);
            assertThat(setting(environment, "fsync")).isEqualTo("on");
            assertThat(setting(environment, "synchronous_commit")).isEqualTo("on");
            limitsAreThoseOfTheContract(environment);

            assertThat(platform.stop()).isEqualTo(143);
            assertThat(platform.servers()).isEmpty();
            assertThat(platform.text())
                    .doesNotContain("WARN")
                    .doesNotContain("ERROR")
                    .doesNotContain(password);
        }
        try (var platform = RunningPlatform.start(directory)) {
            assertThat(platform.environment().get("STANDARD_ASSESSOR_PASSWORD")).isEqualTo(password);
            assertThat(signIn(platform.environment(), "ASSESSOR")).isEqualTo(200);
        }
    }

    @Test
    void afterAKillTheNextStartEndsTheServerThatWasLeft() throws Exception {
        var killed = RunningPlatform.start(directory);
        killed.kill();
        var orphans = killed.servers();
        assertThat(orphans).hasSize(1);
        try (var platform = RunningPlatform.start(directory)) {
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);
            assertThat(signIn(platform.environment(), "APPROVER")).isEqualTo(200);
        }
        assertThat(killed.servers()).isEmpty();
    }

    @Test
    void aSecondStartOnTheSameHomeEndsWithOneSentence() throws Exception {
        try (var held = Home.take(directory)) {
            var second = RunningPlatform.launch(held.directory(), Map.of());
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.text())
                    .startsWith("Another Standard is running on " + directory)
                    .doesNotContain("\n");
        }
    }

    @Test
    void aBusyPortEndsWithOneSentence() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            var port = Integer.toString(busy.getLocalPort());
            var platform = RunningPlatform.launch(directory, Map.of("STANDARD_PORT", port));
            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.text())
                    .startsWith("Port " + port + " is in use")
                    .doesNotContain("\n");
        }
    }

    @Test
    void anUnusableDirectoryEndsWithOneSentence() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "not a directory");
        var platform = RunningPlatform.launch(file.resolve("home"), Map.of());
        assertThat(platform.exitCode()).isEqualTo(1);
        assertThat(platform.text()).contains("cannot be written").doesNotContain("\n");
    }

    @Test
    void senselessSettingsEndWithOneSentence() throws Exception {
        var platform = RunningPlatform.launch(directory, Map.of("STANDARD_PORT", "eighty"));
        assertThat(platform.exitCode()).isEqualTo(1);
        assertThat(platform.text()).isEqualTo("STANDARD_PORT must be a number from 1 to 65535, not 'eighty'.");
    }

    /// The first category whose text occurs in the path decides (contract §1.4).
    private void limitsAreThoseOfTheContract(EnvironmentFile environment) throws Exception {
        for (var limit : Map.ofEntries(
                        Map.entry("/api/v1/documents/x", "30"),
                        Map.entry("/api/v1/kb/search", "60"),
                        Map.entry("/api/v1/agent-runs", "10"),
                        Map.entry("/api/v1/reports/x/render", "20"),
                        Map.entry("/api/v1/admin/scf/import-runs", "15"),
                        Map.entry("/api/v1/assessments", "120"),
                        Map.entry("/api/v1/admin/documents", "30"),
                        Map.entry("/api/v1/agent-runs/x/render", "10"))
                .entrySet()) {
            var request = HttpRequest.newBuilder(URI.create(environment.get("STANDARD_URL") + limit.getKey()))
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).headers().firstValue("X-RateLimit-Limit"))
                    .as(limit.getKey())
                    .hasValue(limit.getValue());
        }
    }

    private static String setting(EnvironmentFile environment, String name) throws Exception {
        try (var owner = DriverManager.getConnection(environment.get("STANDARD_DATABASE_URL"));
                var statement = owner.createStatement();
                var rows = statement.executeQuery("SHOW " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private int signIn(EnvironmentFile environment, String who) throws IOException, InterruptedException {
        var body = "{\"email\":\"%s\",\"password\":\"%s\"}"
                .formatted(
                        environment.get("STANDARD_" + who + "_EMAIL"),
                        environment.get("STANDARD_" + who + "_PASSWORD"));
        var request = HttpRequest.newBuilder(URI.create(environment.get("STANDARD_URL") + "/api/v1/auth/sign-in"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private int get(EnvironmentFile environment, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(environment.get("STANDARD_URL") + path))
                .header("Authorization", "Bearer " + environment.get("STANDARD_API_KEY"))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
