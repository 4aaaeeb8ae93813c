package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.evidence.EvidenceAnalysis;
import eu.bekaa.standard.assurance.evidence.EvidenceFinding;
import eu.bekaa.standard.assurance.evidence.EvidenceOnFile;
import eu.bekaa.standard.assurance.evidence.EvidenceSource;
import eu.bekaa.standard.assurance.evidence.EvidenceStrength;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.web.Allowed;
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
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the documents say about the items of a SoA (contract §9).
@Controller("/api/v1")
@Tag(name = "Evidence")
class EvidenceController {
    private final EvidenceAnalysis analysis;
    private final EvidenceOnFile onFile;

    EvidenceController(EvidenceAnalysis analysis, EvidenceOnFile onFile) {
        this.analysis = analysis;
        this.onFile = onFile;
    }

    @Serdeable
    @Schema(description = "Which items evidence is looked for.")
    record EvidenceRunRequest(
            @Schema(
                    description = "The assessment's approved SoA version.",
                    example = "019aa3c2-7d10-7c41-8b55-0a1d2f3e4c5b")
            @NotNull
            UUID soaVersionId) {}

    @Serdeable
    @Schema(description = "What was found, item by item.")
    record EvidenceRun(
            @Schema(description = "A finding per item.") List<EvidenceFinding> findings) {}

    @Post("/assessments/{assessmentId}/evidence-analysis/run")
    @Allowed("gap:create")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Search the documents for evidence of every item of the approved SoA")
    EvidenceRun run(Caller caller, UUID assessmentId, @Valid @Body EvidenceRunRequest body) {
        return new EvidenceRun(analysis.run(caller, assessmentId, body.soaVersionId()));
    }

    @Get("/assessments/{assessmentId}/evidence-findings")
    @Allowed("gap:read")
    @Operation(summary = "List the evidence findings that count")
    Page<EvidenceFinding> list(
            Caller caller,
            UUID assessmentId,
            @Nullable @QueryValue("soa_version_id") UUID soaVersionId,
            @Nullable @QueryValue("evidence_strength") EvidenceStrength evidenceStrength,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        return onFile.page(caller, assessmentId, soaVersionId, evidenceStrength, PageRequest.of(limit, cursor));
    }

    @Get("/evidence-findings/{evidenceFindingId}")
    @Allowed("gap:read")
    @Operation(summary = "Show an evidence finding")
    EvidenceFinding show(Caller caller, UUID evidenceFindingId) {
        return onFile.find(caller, evidenceFindingId);
    }

    @Get("/evidence-findings/{evidenceFindingId}/sources")
    @Allowed("gap:read")
    @Operation(summary = "List the passages behind an evidence finding, the best first")
    List<EvidenceSource> sources(Caller caller, UUID evidenceFindingId) {
        return onFile.sources(caller, evidenceFindingId);
    }

    @Post("/evidence-findings/{evidenceFindingId}/refresh")
    @Allowed("gap:update")
    @Operation(summary = "Look again for one item; the answer is the finding that now counts")
    EvidenceFinding refresh(Caller caller, UUID evidenceFindingId) {
        return analysis.refresh(caller, evidenceFindingId);
    }
}
