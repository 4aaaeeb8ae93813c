package eu.bekaa.standard.function.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.lambdaruntime.Launch;
import eu.bekaa.standard.lambdaruntime.Sandbox;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

/// SnapStart's hooks, called by Lambda's runtime client as Lambda has them called.
@MicronautTest(transactional = false, startApplication = false)
class SnapshotTest {
    private static final String NAME = "snapshot-test";

    @Inject
    Cloud cloud;

    @Test
    void noConnectionGoesIntoASnapshotAndOneIsOpenedAfterIt() throws Exception {
        var environment = new HashMap<>(cloud.variables());
        environment.computeIfPresent("DATASOURCES_DEFAULT_URL", (key, url) -> url + "&ApplicationName=" + NAME);
        var launch = Launch.of("standard-platform", LambdaPlatform.API_HANDLER, environment)
                .withSnapStart();
        try (var sandbox = Sandbox.start(Zips.task("platform"), launch)) {
            sandbox.awaitCheckpoint();
            assertThat(connections()).as(sandbox.output()).isZero();
            assertThat(sandbox.output()).doesNotContain("could not be primed");

            sandbox.restore();
            sandbox.awaitReady();
            var event = Files.readString(Path.of("../../events/http-request.json"));
            var answer = sandbox.invoke(event.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(answer, StandardCharsets.UTF_8)).contains("\"statusCode\":401");
            assertThat(connections()).as(sandbox.output()).isPositive();
        }
    }

    private static int connections() throws SQLException {
        try (var owner = TestDatabase.instance().owner();
                var query =
                        owner.prepareStatement("SELECT count(*) FROM pg_stat_activity WHERE application_name = ?")) {
            query.setString(1, NAME);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
