package eu.bekaa.standard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// `events/` tells the truth.
@MicronautTest(transactional = false, startApplication = false)
class EventExamplesTest {
    private static final Path EVENTS = Path.of("../../events");

    @Inject
    JsonMapper json;

    @Test
    void theExampleOfAJobMessageIsOneTheHandlerReadsAndTheSchemaAllows() throws IOException {
        var body = body("job-message.json");
        assertThat(problems("job-message.schema.json", body)).isEmpty();
        assertThat(json.readValue(body, JobMessage.class).kind()).isEqualTo(JobKind.EXTRACT_AND_CHUNK);
    }

    @Test
    void everyMessageThatIsSentFitsTheSchema() throws IOException {
        for (JobKind kind : JobKind.values()) {
            var sent = json.writeValueAsString(new JobMessage(new UUID(1, 2), new UUID(3, 4), kind, "trace-id-1"));
            assertThat(problems("job-message.schema.json", sent)).isEmpty();
        }
    }

    @Test
    void theOtherExamplesFitTheirSchemas() throws IOException {
        assertThat(problems("s3-upload.schema.json", Files.readString(EVENTS.resolve("s3-upload.json"))))
                .isEmpty();
        assertThat(problems("schedule.schema.json", Files.readString(EVENTS.resolve("schedule.json"))))
                .isEmpty();
    }

    private String body(String example) throws IOException {
        var event = json.readValue(Files.readString(EVENTS.resolve(example)), JsonNode.class);
        return event.get("Records").get(0).get("body").getStringValue();
    }

    private static List<?> problems(String schema, String document) throws IOException {
        var text = new String(Files.readAllBytes(EVENTS.resolve(schema)), StandardCharsets.UTF_8);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON)
                .validate(document, InputFormat.JSON);
    }
}
