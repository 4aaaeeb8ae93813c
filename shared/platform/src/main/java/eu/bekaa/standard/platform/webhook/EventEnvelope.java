package eu.bekaa.standard.platform.webhook;

import eu.bekaa.standard.queue.event.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a receiver reads (contract §17).
@Serdeable
record EventEnvelope(
        String schemaVersion,
        UUID eventId,
        String eventType,
        Instant timestamp,
        UUID organizationId,
        @Nullable UUID assessmentId,
        Map<String, Object> data,
        String traceId) {
    static EventEnvelope of(DomainEvent event) {
        return new EventEnvelope(
                "1.0",
                event.eventId(),
                event.eventType().toString(),
                event.occurredAt(),
                event.organizationId(),
                event.assessmentId(),
                event.data(),
                event.traceId());
    }
}
