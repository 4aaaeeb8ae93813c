package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.Conformity;
import eu.bekaa.standard.assurance.gap.GapDrafts;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.GapRevision;
import eu.bekaa.standard.assurance.gap.GapService;
import eu.bekaa.standard.assurance.gap.GapSummary;
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

/// Gap analyses (contract §9).
@Controller("/api/v1")
@Tag(name = "Gap analysis")
class GapController {
    private final GapDrafts drafts;
    private final GapService gaps;
    private final Reviews reviews;

    GapController(GapDrafts drafts, GapService gaps, Reviews reviews) {
        this.drafts = drafts;
        this.gaps = gaps;
        this.reviews = reviews;
    }

    @Serdeable
    @Schema(description = "What a gap analysis is drafted from.")
    record DraftRequest(
            @Schema(
                    description = "The assessment's approved SoA version.",
                    example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
            @NotNull
            UUID soaVersionId,

            @Schema(description = "Makes the request happen once, like the Idempotency-Key header.", example = "gap-1")
            @Nullable
            String idempotencyKey)
            implements IdempotentRequest {}

    @Post("/assessments/{assessmentId}/gap-analysis/draft")
    @Allowed("gap:create")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Draft a gap analysis from the approved SoA: one finding per item")
    GapVersion draft(Caller caller, UUID assessmentId, @Valid @Body DraftRequest body) {
        return GapVersion.of(drafts.draft(caller, assessmentId, body.soaVersionId()));
    }

    @Get("/assessments/{assessmentId}/gap-analysis")
    @Allowed("gap:read")
    @Operation(summary = "List an assessment's gap analysis versions")
    List<GapVersion> list(Caller caller, UUID assessmentId) {
        return reviews.list(caller, assessmentId, ArtifactKind.GAP_ANALYSIS).stream()
                .map(GapVersion::of)
                .toList();
    }

    @Get("/gap-analysis/{gapVersionId}")
    @Allowed("gap:read")
    @Operation(summary = "Show a gap analysis version")
    GapVersion show(Caller caller, UUID gapVersionId) {
        return GapVersion.of(reviews.find(caller, ArtifactKind.GAP_ANALYSIS, gapVersionId));
    }

    @Get("/gap-analysis/{gapVersionId}/findings")
    @Allowed("gap:read")
    @Operation(summary = "List the findings of a gap analysis version")
    Page<GapFinding> findings(
            Caller caller,
            UUID gapVersionId,
            @Nullable @QueryValue("assessment_status") AssessmentStatus assessmentStatus,
            @Nullable @QueryValue("mcr_only") Boolean mcrOnly,
            @Nullable @QueryValue("roc_determination") Conformity rocDetermination,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        var wanted = new GapService.Filter(assessmentStatus, rocDetermination, mcrOnly);
        return gaps.findings(caller, gapVersionId, wanted, PageRequest.of(limit, cursor));
    }

    @Get("/gap-analysis/findings/{findingId}")
    @Allowed("gap:read")
    @Operation(summary = "Show a finding")
    GapFinding finding(Caller caller, UUID findingId) {
        return gaps.finding(caller, findingId);
    }

    @Patch("/gap-analysis/findings/{findingId}")
    @Allowed("gap:update")
    @Operation(summary = "Correct a finding of a draft; risk and verdict follow")
    GapFinding revise(Caller caller, UUID findingId, @Valid @Body GapRevision body) {
        return gaps.revise(caller, findingId, body);
    }

    @Get("/gap-analysis/{gapVersionId}/summary")
    @Allowed("gap:read")
    @Operation(summary = "Count the findings of a gap analysis version")
    GapSummary summary(Caller caller, UUID gapVersionId) {
        return gaps.summary(caller, gapVersionId);
    }

    @Post("/gap-analysis/{gapVersionId}/validate")
    @Allowed("gap:read")
    @Operation(summary = "Tell whether a gap analysis version could be submitted for review")
    Validation validate(Caller caller, UUID gapVersionId) {
        return gaps.validate(caller, gapVersionId);
    }

    @Post("/gap-analysis/{gapVersionId}/submit-review")
    @Allowed("gap:update")
    @Operation(summary = "Submit a gap analysis draft for review")
    GapVersion submit(Caller caller, UUID gapVersionId, @Nullable @Valid @Body SubmitRequest body) {
        return GapVersion.of(gaps.submit(caller, gapVersionId, SubmitRequest.exceptionOf(body)));
    }

    @Post("/gap-analysis/{gapVersionId}/approve")
    @Allowed("gap:approve")
    @Operation(summary = "Approve a gap analysis version by a given approval")
    GapVersion approve(Caller caller, UUID gapVersionId, @Valid @Body ApproveRequest body) {
        return GapVersion.of(reviews.approve(
                caller, ArtifactKind.GAP_ANALYSIS, gapVersionId, body.approvalEventId(), body.reason()));
    }

    @Post("/gap-analysis/{gapVersionId}/regenerate")
    @Allowed("gap:create")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Draft another gap analysis from the same SoA")
    GapVersion regenerate(Caller caller, UUID gapVersionId, @Nullable @Valid @Body RegenerateRequest body) {
        return GapVersion.of(drafts.regenerate(caller, gapVersionId));
    }
}
