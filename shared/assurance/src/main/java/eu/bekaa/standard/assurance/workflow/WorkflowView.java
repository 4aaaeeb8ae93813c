package eu.bekaa.standard.assurance.workflow;

import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Gate;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A lifecycle run as the API shows it (contract §15).
@Serdeable
@Schema(description = "One run through the life cycle of an assessment.")
public record WorkflowView(
        @Schema(description = "Id of the run.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID workflowRunId,

        @Schema(description = "Organization it belongs to.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "Assessment it takes along.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID assessmentId,

        @Schema(description = "Where the run stands.", example = "waiting_for_approval")
        WorkflowStatus status,

        @Schema(description = "The key it was started with.", example = "cycle-2026")
        String idempotencyKey,

        @Schema(description = "When it was asked for.", example = "2026-04-19T10:30:00Z")
        Instant createdAt,

        @Schema(description = "When it last changed.", example = "2026-04-19T10:31:00Z")
        Instant updatedAt,

        @Schema(description = "How far it has come.") State state) {

    /// How far a run has come.
    @Serdeable
    @Schema(name = "WorkflowState", description = "How far a lifecycle run has come.")
    public record State(
            @Schema(description = "The step it is at.", example = "wait_for_soa_approval")
            WorkflowStep currentStep,

            @Schema(description = "State of the assessment.", example = "soa_under_review")
            AssessmentState assessmentState,

            @Schema(description = "Framework chosen.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Nullable
            UUID selectedFrameworkId,

            @Schema(description = "SCF version of the assessment.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
            UUID scfVersionId,

            @Schema(description = "Gate whose decision it waits for.", example = "soa") @Nullable
            Gate pendingApprovalType,

            @Schema(description = "The last step behind it.", example = "create_soa_draft") @Nullable
            WorkflowStep lastSuccessfulStep,

            @Schema(description = "Why it stands still.", example = "The SoA has no item.") @Nullable
            String blockedReason,

            @Schema(description = "Trace of the request that started it.", example = "8f14e45fceea167a")
            String traceId,

            @Schema(description = "When its first step was taken.", example = "2026-04-19T10:30:01Z") @Nullable
            Instant startedAt,

            @Schema(description = "When it last changed.", example = "2026-04-19T10:31:00Z")
            Instant updatedAt) {}

    static WorkflowView of(WorkflowRun run, Assessment assessment) {
        var gate = run.status() == WorkflowStatus.WAITING_FOR_APPROVAL
                ? run.currentStep().gate().orElse(null)
                : null;
        var framework = assessment.frameworkId() == null ? run.frameworkId() : assessment.frameworkId();
        return new WorkflowView(
                run.workflowRunId(),
                run.organizationId(),
                run.assessmentId(),
                run.status(),
                run.idempotencyKey(),
                run.createdAt(),
                run.updatedAt(),
                new State(
                        run.currentStep(),
                        assessment.state(),
                        framework,
                        assessment.scfVersionId(),
                        gate,
                        run.lastSuccessfulStep(),
                        run.blockedReason(),
                        run.traceId(),
                        run.startedAt(),
                        run.updatedAt()));
    }
}
