package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.maturity.MaturityScore;
import eu.bekaa.standard.assurance.maturity.MaturityService;
import eu.bekaa.standard.assurance.maturity.MaturitySummary;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.IdempotentRequest;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Maturity assessments (contract §10).
@Controller("/api/v1/assessments/{assessmentId}/maturity-versions")
@Tag(name = "Maturity")
class MaturityController {
    private final MaturityService maturity;
    private final Reviews reviews;

    MaturityController(MaturityService maturity, Reviews reviews) {
        this.maturity = maturity;
        this.reviews = reviews;
    }

    @Serdeable
    @Schema(description = "What a maturity assessment is drafted from.")
    record DraftRequest(
            @Schema(
                    description = "The assessment's approved gap analysis version; whichever is approved, if left out.",
                    example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
            @Nullable
            UUID gapAnalysisVersionId,

            @Schema(
                    description = "Makes the request happen once, like the Idempotency-Key header.",
                    example = "maturity-1")
            @Nullable
            String idempotencyKey)
            implements IdempotentRequest {}

    @Serdeable
    @Schema(description = "A drafted maturity assessment.")
    record Drafted(
            @Schema(description = "The version.") MaturityVersion version,
            @Schema(description = "Its scores in figures.") MaturitySummary summary,

            @Schema(description = "Number of controls scored.", example = "84")
            int scoresCount) {}

    @Post
    @Allowed("maturity:create")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Draft a maturity assessment from the approved gap analysis: one score per control")
    Drafted draft(Caller caller, UUID assessmentId, @Nullable @Valid @Body DraftRequest body) {
        var draft = maturity.draft(caller, assessmentId, body == null ? null : body.gapAnalysisVersionId());
        var summary = maturity.summary(caller, assessmentId, draft.header().id());
        return new Drafted(MaturityVersion.of(draft), summary, summary.totalControlsScored());
    }

    @Get
    @Allowed("maturity:read")
    @Operation(summary = "List an assessment's maturity versions")
    List<MaturityVersion> list(Caller caller, UUID assessmentId) {
        return reviews.list(caller, assessmentId, ArtifactKind.MATURITY_ASSESSMENT).stream()
                .map(MaturityVersion::of)
                .toList();
    }

    @Get("/{versionId}")
    @Allowed("maturity:read")
    @Operation(summary = "Show a maturity version")
    MaturityVersion show(Caller caller, UUID assessmentId, UUID versionId) {
        return MaturityVersion.of(maturity.find(caller, assessmentId, versionId));
    }

    @Get("/{versionId}/scores")
    @Allowed("maturity:read")
    @Operation(summary = "List the scores of a maturity version, or those of one domain by its code")
    List<MaturityScore> scores(
            Caller caller, UUID assessmentId, UUID versionId, @Nullable @QueryValue("by_domain") String byDomain) {
        return maturity.scores(caller, assessmentId, versionId, byDomain);
    }

    @Get("/{versionId}/summary")
    @Allowed("maturity:read")
    @Operation(summary = "Show a maturity version in figures")
    MaturitySummary summary(Caller caller, UUID assessmentId, UUID versionId) {
        return maturity.summary(caller, assessmentId, versionId);
    }

    @Get("/{versionId}/scores/{scoreId}")
    @Allowed("maturity:read")
    @Operation(summary = "Show a score")
    MaturityScore score(Caller caller, UUID assessmentId, UUID versionId, UUID scoreId) {
        return maturity.score(caller, assessmentId, versionId, scoreId);
    }

    @Patch("/{versionId}/scores/{scoreId}")
    @Allowed("maturity:update")
    @Operation(summary = "Change a score of a draft, with its rationale")
    MaturityScore revise(
            Caller caller, UUID assessmentId, UUID versionId, UUID scoreId, @Valid @Body MaturityScore.Revision body) {
        return maturity.revise(caller, assessmentId, versionId, scoreId, body);
    }

    @Post("/{versionId}/submit-review")
    @Allowed("maturity:submit_review")
    @Operation(summary = "Submit a maturity draft for review")
    MaturityVersion submit(
            Caller caller, UUID assessmentId, UUID versionId, @Nullable @Valid @Body SubmitRequest body) {
        return MaturityVersion.of(maturity.submit(caller, assessmentId, versionId, SubmitRequest.exceptionOf(body)));
    }

    @Post("/{versionId}/approve")
    @Allowed("maturity:approve")
    @Operation(summary = "Approve a maturity version by a given approval")
    MaturityVersion approve(Caller caller, UUID assessmentId, UUID versionId, @Valid @Body ApproveRequest body) {
        return MaturityVersion.of(
                maturity.approve(caller, assessmentId, versionId, body.approvalEventId(), body.reason()));
    }
}
