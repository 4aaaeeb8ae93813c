package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.gap.GapDrafts;
import eu.bekaa.standard.assurance.maturity.MaturityService;
import eu.bekaa.standard.assurance.poam.PoamDrafts;
import eu.bekaa.standard.assurance.report.ReportRequest;
import eu.bekaa.standard.assurance.report.ReportService;
import eu.bekaa.standard.assurance.report.ReportType;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.soa.SoaDrafts;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/// Drafts what an agent proposes, by the same services and rules as a person's request. A draft is all that an agent
/// can make; its author is whoever asked for the run, so that nobody approves their own agent's work (STD-111).
@Singleton
class Drafting {
    private final SoaDrafts soa;
    private final GapDrafts gaps;
    private final MaturityService maturity;
    private final PoamDrafts plans;
    private final ReportService reports;
    private final Reviews reviews;

    Drafting(
            SoaDrafts soa,
            GapDrafts gaps,
            MaturityService maturity,
            PoamDrafts plans,
            ReportService reports,
            Reviews reviews) {
        this.soa = soa;
        this.gaps = gaps;
        this.maturity = maturity;
        this.plans = plans;
        this.reports = reports;
        this.reviews = reviews;
    }

    /// The permission that a person needs to draft such an artifact themselves.
    static String permission(ArtifactKind kind) {
        return switch (kind) {
            case SCOPE, SOA -> "soa:create";
            case GAP_ANALYSIS -> "gap:create";
            case MATURITY_ASSESSMENT -> "maturity:create";
            case POAM -> "poam:create";
            case REPORT -> "report:create";
        };
    }

    /// @return the draft's id
    /// @throws Refusal what the kind's own draft is refused with, for instance `APPROVED_SOA_REQUIRED`
    @Transactional
    UUID draft(Caller caller, AgentRun run, ArtifactKind kind) {
        var id = made(caller, run, kind);
        var draft = reviews.draft(caller, kind, id);
        reviews.annotate(
                caller,
                draft,
                Map.of("generated_by_agent_run_id", run.agentRunId().toString()));
        return id;
    }

    private UUID made(Caller caller, AgentRun run, ArtifactKind kind) {
        var assessment = run.assessmentId();
        return switch (kind) {
            case SCOPE -> throw new Refusal(ErrorCode.VALIDATION_ERROR, "A scope is written by a person.");
            case SOA -> {
                var framework = run.frameworkId();
                if (framework == null) {
                    throw new Refusal(ErrorCode.CONFLICT, "The assessment has no framework yet.");
                }
                yield soa.draft(caller, assessment, new SoaDrafts.Basis(framework, run.scfVersionId(), null))
                        .soaVersionId();
            }
            case GAP_ANALYSIS ->
                gaps.draft(caller, assessment, approvedSoa(caller, assessment))
                        .header()
                        .id();
            case MATURITY_ASSESSMENT ->
                maturity.draft(caller, assessment, null).header().id();
            case POAM ->
                plans.draft(caller, assessment, new PoamDrafts.Request(null, null, false))
                        .header()
                        .id();
            case REPORT ->
                reports.generate(caller, assessment, ReportRequest.of(ReportType.FULL_ASSESSMENT_REPORT))
                        .reportVersionId();
        };
    }

    private UUID approvedSoa(Caller caller, UUID assessmentId) {
        return reviews.approved(caller, assessmentId, ArtifactKind.SOA)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.APPROVED_SOA_REQUIRED,
                        "A gap analysis is drafted from the assessment's approved SoA."))
                .header()
                .id();
    }
}
