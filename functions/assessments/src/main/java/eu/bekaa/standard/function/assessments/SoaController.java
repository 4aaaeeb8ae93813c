package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.evidence.EvidenceAnalysis;
import eu.bekaa.standard.assurance.review.Validation;
import eu.bekaa.standard.assurance.soa.ApplicabilityStatus;
import eu.bekaa.standard.assurance.soa.EvidenceCoverage;
import eu.bekaa.standard.assurance.soa.SoaDrafts;
import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.assurance.soa.SoaRevision;
import eu.bekaa.standard.assurance.soa.SoaService;
import eu.bekaa.standard.assurance.soa.SoaVersion;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Statements of Applicability (contract §8).
@Controller("/api/v1")
@Tag(name = "Statement of Applicability")
class SoaController {
    private static final int DEFAULT_PASSAGES = 3;

    private final SoaDrafts drafts;
    private final SoaService soa;
    private final EvidenceAnalysis evidence;

    SoaController(SoaDrafts drafts, SoaService soa, EvidenceAnalysis evidence) {
        this.drafts = drafts;
        this.soa = soa;
        this.evidence = evidence;
    }

    @Serdeable
    @Schema(description = "What a Statement of Applicability is drafted from.")
    record SoaDraftRequest(
            @Schema(description = "The assessment's framework.", example = "019aa3c2-0004-7c41-8b55-0a1d2f3e4c5b")
            @NotNull
            UUID frameworkId,

            @Schema(description = "The assessment's SCF version.", example = "019aa3c2-0005-7c41-8b55-0a1d2f3e4c5b")
            @NotNull
            UUID scfVersionId,

            @Schema(
                    description = "The scope to draft within; the one that counts, if left out.",
                    example = "019aa3c2-0006-7c41-8b55-0a1d2f3e4c5b")
            @Nullable
            UUID sourceScopeId,

            @Schema(description = "Makes the request happen once, like the Idempotency-Key header.", example = "soa-1")
            @Nullable
            String idempotencyKey)
            implements IdempotentRequest {}

    @Serdeable
    @Schema(description = "How evidence is looked for.")
    record EvidenceRefreshRequest(
            @Schema(description = "Passages at most per item.", example = "3") @Nullable @Min(1) @Max(10)
            Integer topK) {}

    @Serdeable
    @Schema(description = "What the documents say about an item: a proposal.")
    record ProposedEvidence(
            @Schema(description = "The item.", example = "019aa3c2-7d10-7c41-8b55-0a1d2f3e4c5b")
            UUID soaItemId,

            @Schema(description = "Always true.", example = "true")
            boolean candidateEvidence,

            @Schema(
                    description = "What was found and where.",
                    example = "\"Assets are inventoried.\" (asset-policy.pdf, page 3, relevance 0.83).")
            @Nullable
            String evidenceSummary,

            @Schema(description = "How well the documents support it.", example = "partial")
            EvidenceCoverage evidenceCoverage) {
        static ProposedEvidence of(SoaItem item) {
            return new ProposedEvidence(item.soaItemId(), true, item.evidenceSummary(), item.evidenceCoverage());
        }
    }

    @Post("/assessments/{assessmentId}/soa/draft")
    @Allowed("soa:create")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Draft a Statement of Applicability: one item per official mapping")
    SoaVersion draft(Caller caller, UUID assessmentId, @Valid @Body SoaDraftRequest body) {
        var basis = new SoaDrafts.Basis(body.frameworkId(), body.scfVersionId(), body.sourceScopeId());
        return drafts.draft(caller, assessmentId, basis);
    }

    @Get("/assessments/{assessmentId}/soa")
    @Allowed("soa:read")
    @Operation(summary = "List an assessment's SoA versions")
    List<SoaVersion> list(Caller caller, UUID assessmentId) {
        return soa.list(caller, assessmentId);
    }

    @Get("/soa/{soaVersionId}")
    @Allowed("soa:read")
    @Operation(summary = "Show an SoA version")
    SoaVersion show(Caller caller, UUID soaVersionId) {
        return soa.find(caller, soaVersionId);
    }

    @Get("/soa/{soaVersionId}/items")
    @Allowed("soa:read")
    @Operation(summary = "List the items of an SoA version")
    Page<SoaItem> items(
            Caller caller,
            UUID soaVersionId,
            @Nullable @QueryValue("applicability_status") ApplicabilityStatus applicabilityStatus,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        return soa.items(caller, soaVersionId, applicabilityStatus, PageRequest.of(limit, cursor));
    }

    @Get("/soa/items/{soaItemId}")
    @Allowed("soa:read")
    @Operation(summary = "Show an item")
    SoaItem item(Caller caller, UUID soaItemId) {
        return soa.item(caller, soaItemId);
    }

    @Patch("/soa/items/{soaItemId}")
    @Allowed("soa:update")
    @Operation(summary = "Decide an item of a draft")
    SoaItem revise(Caller caller, UUID soaItemId, @Valid @Body SoaRevision body) {
        return soa.revise(caller, soaItemId, body);
    }

    @Post("/soa/{soaVersionId}/submit-review")
    @Allowed("soa:update")
    @Operation(summary = "Submit an SoA draft for review")
    SoaVersion submit(Caller caller, UUID soaVersionId, @Nullable @Valid @Body SubmitRequest body) {
        return soa.submit(caller, soaVersionId, SubmitRequest.exceptionOf(body));
    }

    @Post("/soa/{soaVersionId}/approve")
    @Allowed("soa:approve")
    @Operation(summary = "Approve an SoA version by a given approval")
    SoaVersion approve(Caller caller, UUID soaVersionId, @Valid @Body ApproveRequest body) {
        return soa.approve(caller, soaVersionId, body.approvalEventId(), body.reason());
    }

    @Post("/soa/{soaVersionId}/evidence/refresh")
    @Allowed("soa:update")
    @Operation(summary = "Propose evidence for the items of a draft from the documents")
    List<ProposedEvidence> refresh(
            Caller caller, UUID soaVersionId, @Nullable @Valid @Body EvidenceRefreshRequest body) {
        int passages = body == null || body.topK() == null ? DEFAULT_PASSAGES : body.topK();
        return evidence.propose(caller, soaVersionId, passages).stream()
                .map(ProposedEvidence::of)
                .toList();
    }

    @Get("/soa/{soaVersionId}/validation")
    @Allowed("soa:read")
    @Operation(summary = "Tell whether an SoA version could be submitted for review")
    Validation validate(Caller caller, UUID soaVersionId) {
        return soa.validate(caller, soaVersionId);
    }

    @Post("/soa/{soaVersionId}/regenerate")
    @Allowed("soa:update")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Draft the next SoA version after this one, keeping what was decided")
    SoaVersion regenerate(Caller caller, UUID soaVersionId) {
        return drafts.regenerate(caller, soaVersionId);
    }

    @Post("/soa/{soaVersionId}/mark-ingested")
    @Allowed("soa:update")
    @Operation(summary = "Make an approved SoA part of what the assessment knows")
    SoaVersion markIngested(Caller caller, UUID soaVersionId) {
        return soa.markIngested(caller, soaVersionId);
    }
}
