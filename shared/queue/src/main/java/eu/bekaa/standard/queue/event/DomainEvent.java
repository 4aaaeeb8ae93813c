package eu.bekaa.standard.queue.event;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened.
/// @param eventId    stable: every telling of the same fact carries it, so that hearers can tell repetitions (STD-152)
/// @param data       ids, words and counts, never documents
/// @param occurredAt in whole microseconds
/// @param traceId    of the request that brought it about
@MappedEntity("domain_event")
public record DomainEvent(
        @Id UUID eventId,
        UUID organizationId,
        EventType eventType,
        @Nullable UUID assessmentId,
        @TypeDef(type = DataType.JSON) Map<String, Object> data,
        Instant occurredAt,
        String traceId) {
    public DomainEvent {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /// A value of the event's data as text; empty when it has none of that name.
    public String text(String key) {
        var value = data.get(key);
        return value == null ? "" : value.toString();
    }
}
