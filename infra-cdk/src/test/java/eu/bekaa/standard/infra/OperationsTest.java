package eu.bekaa.standard.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts of the operations guide, with an `aws` that writes down what it was asked and answers from a file.
class OperationsTest {
    private static final Path SCRIPTS = Path.of("bin").toAbsolutePath();
    private static final Pattern NAMED = Pattern.compile("infra-cdk/bin/([a-z-]+)");
    private static final String AWS = """
            #!/usr/bin/env bash
            echo "$*" >> "$ASKED"
            answer="$ANSWERS/$1-$2"
            [ -f "$answer" ] && cat "$answer"
            exit 0
            """;

    @TempDir
    Path folder;

    @Test
    void theGuideNamesEveryScriptAndNoOther() throws IOException {
        var guide = Files.readString(Path.of("../docs/operations.md"));
        var named = NAMED.matcher(guide)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (var files = Files.list(SCRIPTS)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(named);
        }
        assertThat(named)
                .allSatisfy(script -> assertThat(SCRIPTS.resolve(script)).isExecutable());
    }

    @Test
    void rollingBackMovesEachFunctionToWhatWasLiveThen() throws Exception {
        answer("lambda-list-functions", """
                {"Functions":[{"FunctionName":"standard-prod-catalog"},{"FunctionName":"standard-dev-catalog"}]}""");
        answer("lambda-get-alias", "{}");
        answer("lambda-list-versions-by-function", """
                {"Versions":[
                  {"Version":"$LATEST","LastModified":"2026-11-21T09:00:00.000+0000"},
                  {"Version":"9","LastModified":"2026-11-01T09:00:00.000+0000"},
                  {"Version":"10","LastModified":"2026-11-20T11:59:59.000+0000"},
                  {"Version":"11","LastModified":"2026-11-20T12:00:01.000+0000"}]}""");

        run("roll-back", "prod", "2026-11-20T12:00:00Z");

        assertThat(asked("lambda update-alias"))
                .containsExactly(
                        "lambda update-alias --function-name standard-prod-catalog --name live --function-version 10");
    }

    @Test
    void replayingMovesWhatWasPutAsideBackToItsQueue() throws Exception {
        answer("sqs-get-queue-url", "{\"QueueUrl\":\"https://sqs/standard-prod-reports-dead\"}");
        answer(
                "sqs-get-queue-attributes",
                "{\"Attributes\":{\"QueueArn\":\"arn:aws:sqs:r:1:standard-prod-reports-dead\"}}");
        answer("sqs-list-message-move-tasks", "{\"Results\":[{\"Status\":\"RUNNING\"}]}");

        assertThat(run("replay", "prod", "reports")).contains("RUNNING");

        assertThat(asked("sqs get-queue-url")).singleElement().asString().contains("standard-prod-reports-dead");
        assertThat(asked("sqs start-message-move-task"))
                .singleElement()
                .asString()
                .contains("--source-arn arn:aws:sqs:r:1:standard-prod-reports-dead");
    }

    @Test
    void restoringLeavesTheClusterAloneAndSaysWhatToEnter() throws Exception {
        answer("ssm-get-parameter", "{\"Parameter\":{\"Value\":\"live-cluster\"}}");
        answer("rds-describe-db-clusters", "{\"DBClusters\":[{\"DBSubnetGroup\":\"subnets\"}]}");
        answer("rds-create-db-cluster-snapshot", "{\"DBClusterSnapshot\":{\"DBClusterSnapshotArn\":\"arn:snapshot\"}}");

        assertThat(run("restore", "prod", "2026-11-20T12:00:00Z")).contains("snapshot=arn:snapshot", "prod.properties");

        assertThat(asked("rds restore-db-cluster-to-point-in-time"))
                .singleElement()
                .asString()
                .contains("--source-db-cluster-identifier live-cluster", "--restore-to-time 2026-11-20T12:00:00Z");
        assertThat(asked("rds delete-db-cluster")).singleElement().asString().doesNotContain("live-cluster");
    }

    @Test
    void restoringObjectsRemovesTheDeleteMarkersSinceThenAlone() throws Exception {
        answer("s3api-list-object-versions", """
                {"DeleteMarkers":[
                  {"Key":"tenants/a b.pdf","VersionId":"v1","IsLatest":true,"LastModified":"2026-11-20T12:30:00+00:00"},
                  {"Key":"tenants/old.pdf","VersionId":"v2","IsLatest":true,"LastModified":"2026-11-20T11:30:00+00:00"},
                  {"Key":"tenants/again.pdf","VersionId":"v3","IsLatest":false,"LastModified":"2026-11-20T12:30:00+00:00"}]}""");

        run("restore-objects", "bucket", "tenants/", "2026-11-20T12:00:00Z");

        assertThat(asked("s3api delete-object"))
                .containsExactly("s3api delete-object --bucket bucket --key tenants/a b.pdf --version-id v1");
    }

    private String run(String script, String... arguments) throws Exception {
        var programs = Files.createDirectories(folder.resolve("programs"));
        var aws = Files.writeString(programs.resolve("aws"), AWS);
        Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwxr-xr-x"));
        var command = new ArrayList<>(List.of("bash", SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment()
                .putAll(Map.of(
                        "PATH", programs + ":" + System.getenv("PATH"),
                        "ASKED", folder.resolve("asked").toString(),
                        "ANSWERS",
                                Files.createDirectories(folder.resolve("answers"))
                                        .toString()));
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes());
        assertThat(running.waitFor(1, TimeUnit.MINUTES)).as(said).isTrue();
        assertThat(running.exitValue()).as(said).isZero();
        return said;
    }

    private void answer(String command, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("answers")).resolve(command), text);
    }

    private List<String> asked(String beginning) throws IOException {
        return Files.readAllLines(folder.resolve("asked")).stream()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }
}
