package eu.bekaa.standard.queue;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One piece of accepted work.
/// @param subjectId     what it is about: a document, an import run, a report
/// @param attemptCount  how often it was begun
/// @param leaseToken    who is at it; null when nobody ever was
/// @param notBefore     when it may be begun, later after a failed attempt
/// @param rungAt        when its queue message was last sent
/// @param progressTotal in the job's own units, 0 while unknown
/// @param requestedBy   the person or key on whose behalf it runs
@MappedEntity("job")
public record Job(
        @Id UUID jobId,
        UUID organizationId,
        Queue queue,
        JobKind kind,
        UUID subjectId,
        JobStatus status,
        @TypeDef(type = DataType.JSON) Map<String, String> payload,
        int attemptCount,
        @Nullable UUID leaseToken,
        @Nullable Instant leaseUntil,
        Instant notBefore,
        Instant rungAt,
        @Nullable String errorCode,
        @Nullable String errorMessageSafe,
        long progressDone,
        long progressTotal,
        String traceId,
        UUID requestedBy,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt) {
    public Job {
        payload = Map.copyOf(payload);
    }
}
