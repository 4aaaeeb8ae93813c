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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SnapStart's hooks, called by Lambda's runtime client as Lambda has them called.
@MicronautTest(transactional = false, startApplication = false)
class SnapshotTest {
    private static final String NAME = "snapshot-test";
    private static final String CONNECTIONS =
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = '" + NAME + "'";
    private static final String RECORDS = "SELECT count(*) FROM audit_record";

    @Inject
    Cloud cloud;

    @Test
    void noConnectionGoesIntoASnapshotAndOneIsOpenBeforeTheFirstEventAfterIt() throws Exception {
        try (var sandbox = Sandbox.start(Zips.task("platform"), launch("platform", LambdaPlatform.API_HANDLER))) {
            sandbox.awaitCheckpoint();
            assertThat(number(CONNECTIONS)).as(sandbox.output()).isZero();

            sandbox.restore();
            sandbox.awaitReady();
            assertThat(number(CONNECTIONS)).as(sandbox.output()).isPositive();
            var event = Files.readString(Path.of("../../events/http-request.json"));
            var answer = sandbox.invoke(event.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(answer, StandardCharsets.UTF_8)).contains("\"statusCode\":401");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "platform,    eu.bekaa.standard.lambda.ApiFunction",
        "assessments, eu.bekaa.standard.lambda.ApiFunction",
        "deliveries,  eu.bekaa.standard.function.deliveries.DeliveryQueueHandler",
        "ingestion,   eu.bekaa.standard.function.ingestion.UploadQueueHandler",
        "schedules,   eu.bekaa.standard.function.schedules.ScheduleHandler"
    })
    void whatIsRehearsedBeforeASnapshotFindsNothingAndLeavesNoTrace(String name, String handler) throws Exception {
        var before = number(RECORDS);
        try (var sandbox = Sandbox.start(Zips.task(name), launch(name, handler))) {
            sandbox.awaitCheckpoint();
            assertThat(sandbox.output()).doesNotContain("WARN", "ERROR");
        }
        assertThat(number(RECORDS)).isEqualTo(before);
    }

    private Launch launch(String name, String handler) {
        var environment = new HashMap<>(cloud.variables());
        environment.computeIfPresent("DATASOURCES_DEFAULT_URL", (key, url) -> url + "&ApplicationName=" + NAME);
        return Launch.of("standard-" + name, handler, environment).withSnapStart();
    }

    private static int number(String sql) throws SQLException {
        try (var owner = TestDatabase.instance().owner();
                var query = owner.prepareStatement(sql);
                var row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
