package eu.bekaa.standard.assurance.workflow;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run through the life cycle of an assessment.
/// @param frameworkId        chosen at the start or by a signal; null until then
/// @param lastSuccessfulStep the last step that is behind the run
/// @param blockedReason      why it stands still; null while it does not
/// @param startedBy          the person or key that started it, and in whose name it drafts
@MappedEntity("workflow_run")
record WorkflowRun(
        @Id UUID workflowRunId,
        UUID organizationId,
        UUID assessmentId,
        String idempotencyKey,
        WorkflowStatus status,
        WorkflowStep currentStep,
        @Nullable WorkflowStep lastSuccessfulStep,
        @Nullable UUID frameworkId,
        @TypeDef(type = DataType.JSON) WorkflowOptions options,
        @Nullable String blockedReason,
        String traceId,
        UUID startedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        Instant updatedAt) {

    WorkflowRun at(WorkflowStep step, WorkflowStatus now, Instant at) {
        return standing(step, lastSuccessfulStep, now, null, at);
    }

    WorkflowRun past(WorkflowStep step, Instant at) {
        return step.next()
                .map(next -> standing(next, step, WorkflowStatus.RUNNING, null, at))
                .orElseGet(() -> standing(step, step, WorkflowStatus.COMPLETED, null, at));
    }

    WorkflowRun stopped(WorkflowStatus now, String reason, Instant at) {
        return standing(currentStep, lastSuccessfulStep, now, reason, at);
    }

    WorkflowRun assessing(UUID framework) {
        return new WorkflowRun(
                workflowRunId,
                organizationId,
                assessmentId,
                idempotencyKey,
                status,
                currentStep,
                lastSuccessfulStep,
                framework,
                options,
                blockedReason,
                traceId,
                startedBy,
                createdAt,
                startedAt,
                updatedAt);
    }

    private WorkflowRun standing(
            WorkflowStep step, @Nullable WorkflowStep last, WorkflowStatus now, @Nullable String reason, Instant at) {
        return new WorkflowRun(
                workflowRunId,
                organizationId,
                assessmentId,
                idempotencyKey,
                now,
                step,
                last,
                frameworkId,
                options,
                reason,
                traceId,
                startedBy,
                createdAt,
                startedAt == null ? at : startedAt,
                at);
    }
}
