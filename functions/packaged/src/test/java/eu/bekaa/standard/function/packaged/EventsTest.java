package eu.bekaa.standard.function.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Every example of `events/`, given to the shipped function that receives its like.
@MicronautTest(transactional = false, startApplication = false)
class EventsTest {
    private static final Path EVENTS = Path.of("../../events");

    @Inject
    Cloud cloud;

    @Test
    void everyExampleIsAnsweredAsItsSourceExpects() throws Exception {
        try (var platform = new LambdaPlatform(cloud.variables())) {
            var request = platform.send("platform", LambdaPlatform.API_HANDLER, event("http-request"));
            assertThat(request)
                    .contains("\"statusCode\":401")
                    .contains("UNAUTHORIZED")
                    .contains("\"isBase64Encoded\"");

            var job = platform.send("ingestion", "eu.bekaa.standard.queue.JobQueueHandler", event("job-message"));
            assertThat(job)
                    .as("the job of the example is not known: the message goes back, by name")
                    .isEqualTo(
                            "{\"batchItemFailures\":[{\"itemIdentifier\":\"059f36b4-87a3-44ab-83d2-661975830a7d\"}]}");

            var clock = platform.send(
                    "schedules", "eu.bekaa.standard.function.schedules.ScheduleHandler", event("schedule"));
            assertThat(clock).as("nobody waits for an answer").isEmpty();
        }
        try (var platform = new LambdaPlatform(cloud.variables())) {
            var upload = platform.send(
                    "ingestion", "eu.bekaa.standard.function.ingestion.UploadQueueHandler", event("s3-upload-message"));
            assertThat(upload)
                    .as("nobody waits for the object of the example: the message is done with")
                    .isEqualTo("{\"batchItemFailures\":[]}");
        }
    }

    @Test
    void theRequestFitsItsSchema() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(EVENTS.resolve("http-request.schema.json")), InputFormat.JSON);
        assertThat(schema.validate(event("http-request"), InputFormat.JSON)).isEmpty();
    }

    private static String event(String name) throws IOException {
        return Files.readString(EVENTS.resolve(name + ".json"));
    }
}
