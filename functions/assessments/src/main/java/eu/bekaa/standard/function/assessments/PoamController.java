package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.gap.Severity;
import eu.bekaa.standard.assurance.poam.ActionType;
import eu.bekaa.standard.assurance.poam.ItemStatus;
import eu.bekaa.standard.assurance.poam.PoamDrafts;
import eu.bekaa.standard.assurance.poam.PoamItem;
import eu.bekaa.standard.assurance.poam.PoamRevision;
import eu.bekaa.standard.assurance.poam.PoamService;
import eu.bekaa.standard.assurance.poam.PoamSummary;
import eu.bekaa.standard.assurance.poam.Priority;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Validation;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.IdempotentRequest;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Plans of action and milestones (contract §11).
@Controller("/api/v1")
@Tag(name = "POA&M")
class PoamController {
    private final PoamDrafts drafts;
    private final PoamService plans;
    private final Reviews reviews;

    PoamController(PoamDrafts drafts, PoamService plans, Reviews reviews) {
        this.drafts = drafts;
        this.plans = plans;
        this.reviews = reviews;
    }

    @Serdeable
    @Schema(description = "What a plan is drawn from.")
    record DraftRequest(
            @Schema(
                    description = "The assessment's approved gap analysis version.",
                    example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
            @NotNull
            UUID gapAnalysisVersionId,

            @Schema(
                    description = "The maturity version to build on; the approved one, if there is one, when left out.",
                    example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
            @Nullable
            UUID maturityAssessmentVersionId,

            @Schema(description = "Whether met findings get items that raise their maturity.", example = "false")
            @Nullable
            Boolean includeOptionalImprovements,

            @Schema(description = "Makes the request happen once, like the Idempotency-Key header.", example = "poam-1")
            @Nullable
            String idempotencyKey)
            implements IdempotentRequest {}

    @Post("/assessments/{assessmentId}/poam/draft")
    @Allowed("poam:create")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Draw up a plan from the approved gap analysis")
    PoamVersion draft(Caller caller, UUID assessmentId, @Valid @Body DraftRequest body) {
        var request = new PoamDrafts.Request(
                body.gapAnalysisVersionId(),
                body.maturityAssessmentVersionId(),
                Boolean.TRUE.equals(body.includeOptionalImprovements()));
        return PoamVersion.of(drafts.draft(caller, assessmentId, request));
    }

    @Get("/assessments/{assessmentId}/poam")
    @Allowed("poam:read")
    @Operation(summary = "List an assessment's plan versions")
    List<PoamVersion> list(Caller caller, UUID assessmentId) {
        return reviews.list(caller, assessmentId, ArtifactKind.POAM).stream()
                .map(PoamVersion::of)
                .toList();
    }

    @Get("/poam/{poamVersionId}")
    @Allowed("poam:read")
    @Operation(summary = "Show a plan version")
    PoamVersion show(Caller caller, UUID poamVersionId) {
        return PoamVersion.of(reviews.find(caller, ArtifactKind.POAM, poamVersionId));
    }

    @Get("/poam/{poamVersionId}/items")
    @Allowed("poam:read")
    @Operation(summary = "List the items of a plan version")
    Page<PoamItem> items(
            Caller caller,
            UUID poamVersionId,
            @Nullable @QueryValue Priority priority,
            @Nullable @QueryValue Severity severity,
            @Nullable @QueryValue ItemStatus status,
            @Nullable @QueryValue("action_type") ActionType actionType,
            @Nullable @QueryValue("owner_role") String ownerRole,
            @Nullable @QueryValue("requires_validation") Boolean requiresValidation,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        var wanted = new PoamService.Filter(priority, severity, status, actionType, ownerRole, requiresValidation);
        return plans.items(caller, poamVersionId, wanted, PageRequest.of(limit, cursor));
    }

    @Get("/poam/items/{poamItemId}")
    @Allowed("poam:read")
    @Operation(summary = "Show an item of a plan")
    PoamItem item(Caller caller, UUID poamItemId) {
        return plans.item(caller, poamItemId);
    }

    @Patch("/poam/items/{poamItemId}")
    @Allowed("poam:update")
    @Operation(summary = "Change an item of a draft")
    PoamItem revise(Caller caller, UUID poamItemId, @Valid @Body PoamRevision body) {
        return plans.revise(caller, poamItemId, body);
    }

    @Get("/poam/{poamVersionId}/summary")
    @Allowed("poam:read")
    @Operation(summary = "Count the items of a plan version")
    PoamSummary summary(Caller caller, UUID poamVersionId) {
        return plans.summary(caller, poamVersionId);
    }

    @Post("/poam/{poamVersionId}/validate")
    @Allowed("poam:read")
    @Operation(summary = "Tell whether a plan version could be submitted for review")
    Validation validate(Caller caller, UUID poamVersionId) {
        return plans.validate(caller, poamVersionId);
    }

    @Post("/poam/{poamVersionId}/submit-review")
    @Allowed("poam:update")
    @Operation(summary = "Submit a plan draft for review")
    PoamVersion submit(Caller caller, UUID poamVersionId, @Nullable @Valid @Body SubmitRequest body) {
        return PoamVersion.of(plans.submit(caller, poamVersionId, SubmitRequest.exceptionOf(body)));
    }

    @Post("/poam/{poamVersionId}/approve")
    @Allowed("poam:approve")
    @Operation(summary = "Approve a plan version by a given approval")
    PoamVersion approve(Caller caller, UUID poamVersionId, @Valid @Body ApproveRequest body) {
        return PoamVersion.of(plans.approve(caller, poamVersionId, body.approvalEventId(), body.reason()));
    }

    @Post("/poam/{poamVersionId}/regenerate")
    @Allowed("poam:create")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Draw up another plan from the same sources, as of today")
    PoamVersion regenerate(Caller caller, UUID poamVersionId, @Nullable @Valid @Body RegenerateRequest body) {
        return PoamVersion.of(drafts.regenerate(caller, poamVersionId));
    }
}
