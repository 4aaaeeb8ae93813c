package eu.bekaa.standard.function.agents;

import eu.bekaa.standard.assurance.workflow.SignalRequest;
import eu.bekaa.standard.assurance.workflow.WorkflowOptions;
import eu.bekaa.standard.assurance.workflow.WorkflowService;
import eu.bekaa.standard.assurance.workflow.WorkflowSignalling;
import eu.bekaa.standard.assurance.workflow.WorkflowStep;
import eu.bekaa.standard.assurance.workflow.WorkflowView;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.IdempotentRequest;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lifecycle runs (contract §15).
@Controller("/api/v1")
@Tag(name = "Workflows")
class WorkflowController {
    private final WorkflowService workflows;
    private final WorkflowSignalling signalling;

    WorkflowController(WorkflowService workflows, WorkflowSignalling signalling) {
        this.workflows = workflows;
        this.signalling = signalling;
    }

    @Serdeable
    @Schema(name = "WorkflowStart", description = "How a lifecycle run is started.")
    record StartRequest(
            @Schema(description = "Finds the same run again when used again.", example = "cycle-2026")
            @NotBlank
            @Size(max = 255)
            String idempotencyKey,

            @Schema(description = "What the run knows from its start.") @Nullable @Valid
            WorkflowOptions options)
            implements IdempotentRequest {}

    @Serdeable
    @Schema(name = "WorkflowCancellation", description = "Why a lifecycle run is ended.")
    record CancelRequest(
            @Schema(description = "Why.", example = "The client will go on by hand.") @NotBlank @Size(max = 1000)
            String reason,

            @Schema(description = "Makes the request happen once, like the Idempotency-Key header.", example = "c-1")
            @Nullable
            String idempotencyKey)
            implements IdempotentRequest {}

    @Serdeable
    @Schema(name = "WorkflowResumption", description = "Why and where a lifecycle run is taken up again.")
    record ResumeRequest(
            @Schema(description = "Why.", example = "The SoA has been justified.") @NotBlank @Size(max = 1000)
            String reason,

            @Schema(description = "The step to begin with; none is skipped.", example = "create_gap_analysis") @Nullable
            WorkflowStep fromStep) {}

    @Serdeable
    @Schema(name = "WorkflowRunList", description = "The lifecycle runs of an assessment.")
    record Runs(@Schema(description = "Oldest first.") List<WorkflowView> workflowRuns) {}

    @Post("/assessments/{assessmentId}/workflows/lifecycle/start")
    @Allowed("assessment:run_workflow")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Start a lifecycle run, or find the one with that key")
    WorkflowView start(Caller caller, UUID assessmentId, @Valid @Body StartRequest body) {
        return workflows.start(caller, assessmentId, body.idempotencyKey(), body.options());
    }

    @Get("/assessments/{assessmentId}/workflows/lifecycle")
    @Allowed("workflow:read")
    @Operation(summary = "List the lifecycle runs of an assessment")
    Runs list(Caller caller, UUID assessmentId) {
        return new Runs(workflows.list(caller, assessmentId));
    }

    @Get("/workflows/{workflowRunId}")
    @Allowed("workflow:read")
    @Operation(summary = "Show a lifecycle run")
    WorkflowView show(Caller caller, UUID workflowRunId) {
        return workflows.find(caller, workflowRunId);
    }

    @Post("/workflows/{workflowRunId}/cancel")
    @Allowed("assessment:cancel")
    @Operation(summary = "End a lifecycle run; the assessment stays as it is")
    WorkflowView cancel(Caller caller, UUID workflowRunId, @Valid @Body CancelRequest body) {
        return workflows.cancel(caller, workflowRunId, body.reason());
    }

    @Post("/workflows/{workflowRunId}/resume")
    @Allowed("assessment:run_workflow")
    @Operation(summary = "Take a blocked or failed run up again, or let a waiting one look again")
    WorkflowView resume(Caller caller, UUID workflowRunId, @Valid @Body ResumeRequest body) {
        return workflows.resume(caller, workflowRunId, body.reason(), body.fromStep());
    }

    @Post("/workflows/{workflowRunId}/signals")
    @Allowed("workflow:signal")
    @Status(HttpStatus.ACCEPTED)
    @Operation(summary = "Tell a lifecycle run what has happened")
    HttpResponse<WorkflowView> signal(Caller caller, UUID workflowRunId, @Valid @Body SignalRequest body) {
        var received = signalling.receive(caller, workflowRunId, body);
        var answer = HttpResponse.<WorkflowView>accepted().body(received.run());
        return received.repeated() ? answer.header("Idempotent-Replayed", "true") : answer;
    }
}
