package eu.bekaa.standard.queue;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/// What a queue carries about a job: where to look, nothing to trust.
@Serdeable
public record JobMessage(UUID jobId, UUID organizationId, JobKind kind, String traceId) {}
