package eu.bekaa.standard.queue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// A batch of queue messages as Lambda's event source sends it, as far as we read it (AWS Lambda, SQS event).
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true)
public record QueueEvent(@JsonProperty("Records") List<Message> messages) {
    /// @param id   what the answer names a failed message by
    /// @param body what was sent
    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Message(
            @JsonProperty("messageId") String id,
            @JsonProperty("body") String body) {}

    /// An event of one message.
    public static QueueEvent of(String id, String body) {
        return new QueueEvent(List.of(new Message(id, body)));
    }
}
