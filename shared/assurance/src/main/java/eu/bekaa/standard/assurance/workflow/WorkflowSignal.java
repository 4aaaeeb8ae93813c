package eu.bekaa.standard.assurance.workflow;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// Something a run was told, once per key (STD-131).
/// @param digest tells a repetition from another signal under the same key
@MappedEntity("workflow_signal")
record WorkflowSignal(
        @Id UUID workflowSignalId,
        UUID organizationId,
        UUID workflowRunId,
        String idempotencyKey,
        SignalType signalType,
        String digest,
        UUID sentBy,
        Instant receivedAt) {}
