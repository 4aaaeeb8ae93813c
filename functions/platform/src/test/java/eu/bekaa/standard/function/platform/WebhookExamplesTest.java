package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.bekaa.standard.kernel.Word;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// `events/` tells the truth about what webhooks receive.
@OutboundTest
class WebhookExamplesTest {
    private static final Path EVENTS = Path.of("../../events");

    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    Events events;

    @Inject
    Deliverers deliverers;

    @Inject
    JsonMapper json;

    private static List<Path> examples() throws IOException {
        try (var files = Files.list(EVENTS.resolve("webhooks"))) {
            return files.sorted().toList();
        }
    }

    private Map<String, Object> read(String text) throws IOException {
        return Objects.requireNonNull(json.readValue(text, Argument.mapOf(String.class, Object.class)));
    }

    private static List<?> problems(String body) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(EVENTS.resolve("webhook.schema.json")), InputFormat.JSON)
                .validate(body, InputFormat.JSON);
    }

    @Test
    @SuppressWarnings("unchecked")
    void std152_whatArrivesIsWhatTheExamplesShow() throws IOException {
        var tenant = tenants.create();
        var shown = new TreeSet<String>();
        try (var receiver = new Receiver()) {
            var webhooks = "/api/v1/organizations/" + tenant.organizationId() + "/webhooks";
            http.send(tenant.as(tenant.owner(), HttpRequest.POST(webhooks, Map.of("url", receiver.url("/in")))));
            for (var example : examples()) {
                var text = Files.readString(example);
                assertThat(problems(text)).as(example.toString()).isEmpty();
                var body = read(text);
                var type = Objects.requireNonNull(
                        Word.parse(EventType.class, body.get("event_type").toString()));
                shown.add(type.toString());
                if (type.isPublished()) {
                    var id = body.get("assessment_id");
                    var assessment = id == null ? null : UUID.fromString(id.toString());
                    events.raise(tenant.owner(), type, assessment, (Map<String, Object>) body.get("data"));
                }
            }
            deliverers.work();

            assertThat(shown).containsAll(EventType.published());
            assertThat(receiver.calls("/in")).hasSize(EventType.published().size());
            for (var call : receiver.calls("/in")) {
                assertThat(problems(call.body())).as(call.body()).isEmpty();
                var type = call.header("x-standard-event-type");
                var example = read(Files.readString(EVENTS.resolve("webhooks").resolve(type + ".json")));
                assertThat(read(call.body()).get("data")).isEqualTo(example.get("data"));
            }
        }
    }
}
