package eu.bekaa.standard.function.ingestion;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An S3 event notification, as far as we read it. A test event has no records.
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true)
record ObjectNotification(@JsonProperty("Records") @Nullable List<Event> events) {
    /// The keys of the objects that were created.
    List<String> created() {
        if (events == null) {
            return List.of();
        }
        return events.stream()
                .filter(event -> event.name().startsWith("ObjectCreated:"))
                .map(event -> URLDecoder.decode(event.s3().object().key(), StandardCharsets.UTF_8))
                .toList();
    }

    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Event(
            @JsonProperty("eventName") String name,
            @JsonProperty("s3") S3 s3) {}

    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = true)
    record S3(@JsonProperty("object") Stored object) {}

    /// @param key with everything but slashes URL-encoded, and `+` for a space
    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Stored(@JsonProperty("key") String key) {}
}
