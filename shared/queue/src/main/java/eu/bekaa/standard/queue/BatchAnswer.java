package eu.bekaa.standard.queue;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// Which messages of a batch are to be delivered again; the others are done (AWS Lambda, `ReportBatchItemFailures`).
@Serdeable
public record BatchAnswer(@JsonProperty("batchItemFailures") List<Failure> failures) {
    @Serdeable
    public record Failure(@JsonProperty("itemIdentifier") String messageId) {}

    /// The ids of the messages to deliver again.
    public List<String> messageIds() {
        return failures.stream().map(Failure::messageId).toList();
    }
}
