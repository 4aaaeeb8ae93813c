package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.approval.ApprovalService;
import eu.bekaa.standard.assurance.approval.NewDecision;
import eu.bekaa.standard.assurance.assessment.Gate;
import eu.bekaa.standard.assurance.review.Approval;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decisions of people about versions (contract §13).
@Controller("/api/v1")
@Tag(name = "Approvals")
class ApprovalController {
    private final ApprovalService approvals;

    ApprovalController(ApprovalService approvals) {
        this.approvals = approvals;
    }

    @Serdeable
    @Schema(description = "A version is approved.")
    record Approving(
            @Schema(
                    description = "The caller's own id, if given at all.",
                    example = "01936b3e-8f00-7abc-9def-0123456789ab")
            @Nullable
            String actor,

            @Schema(description = "Why.", example = "Justifications checked.") @Nullable @Size(max = 2000)
            String reason) {}

    @Serdeable
    @Schema(description = "A version is sent back.")
    record Rejecting(
            @Schema(description = "What has to change.", example = "Item 12 lacks a rationale.")
            @NotBlank
            @Size(max = 2000)
            String reason,

            @Schema(
                    description = "The caller's own id, if given at all.",
                    example = "01936b3e-8f00-7abc-9def-0123456789ab")
            @Nullable
            String actor) {}

    @Serdeable
    @Schema(description = "What waits for a decision.")
    record Pending(
            @Schema(description = "The approvals asked for, longest waiting first.")
            List<Approval> data,

            @Schema(description = "How many there are.", example = "2")
            int count) {}

    @Get("/assessments/{assessmentId}/approvals")
    @Allowed("approval:read")
    @Operation(summary = "List the approvals of an assessment, oldest first")
    List<Approval> ofAssessment(Caller caller, UUID assessmentId) {
        return approvals.ofAssessment(caller, assessmentId);
    }

    @Post("/assessments/{assessmentId}/approvals")
    @Allowed("approval:create")
    @Operation(summary = "Decide about a version, or sign off the state of an assessment")
    @Status(HttpStatus.CREATED)
    HttpResponse<Approval> decide(Caller caller, UUID assessmentId, @Valid @Body NewDecision body) {
        var approval = approvals.decide(caller, assessmentId, body);
        return HttpResponse.created(approval, URI.create("/api/v1/approvals/" + approval.approvalId()));
    }

    @Get("/approvals/{approvalId}")
    @Allowed("approval:read")
    @Operation(summary = "Read an approval")
    Approval find(Caller caller, UUID approvalId) {
        return approvals.find(caller, approvalId);
    }

    @Post("/approvals/{approvalId}/approve")
    @Allowed("approval:decide")
    @Operation(summary = "Approve a version under review; its author cannot")
    Approval approve(Caller caller, UUID approvalId, @Nullable @Valid @Body Approving body) {
        return body == null
                ? approvals.approve(caller, approvalId, null, null)
                : approvals.approve(caller, approvalId, body.actor(), body.reason());
    }

    @Post("/approvals/{approvalId}/reject")
    @Allowed("approval:decide")
    @Operation(summary = "Send a version under review back; a new draft takes its place")
    Approval reject(Caller caller, UUID approvalId, @Valid @Body Rejecting body) {
        return approvals.reject(caller, approvalId, body.actor(), body.reason());
    }

    @Get("/organizations/{organizationId}/approvals/pending")
    @Allowed("approval:read")
    @Operation(summary = "List what waits for a decision in the organization, longest waiting first")
    Pending pending(Caller caller, UUID organizationId, @Nullable @QueryValue Gate gate) {
        var pending = approvals.pending(caller, organizationId, gate);
        return new Pending(pending, pending.size());
    }
}
