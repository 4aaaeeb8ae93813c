package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.assurance.evidence.EvidenceOnFile;
import eu.bekaa.standard.assurance.evidence.EvidenceStrength;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.ContentHash;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Validation;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads, corrects and submits gap analyses (contract §9). [GapDrafts] makes them.
@Singleton
public class GapService {
    private static final ArtifactKind KIND = ArtifactKind.GAP_ANALYSIS;

    private final GapFindings findings;
    private final Reviews reviews;
    private final ContentHash hash;
    private final EvidenceOnFile evidence;
    private final CatalogSubjects subjects;
    private final Audit audit;

    GapService(
            GapFindings findings,
            Reviews reviews,
            ContentHash hash,
            EvidenceOnFile evidence,
            CatalogSubjects subjects,
            Audit audit) {
        this.findings = findings;
        this.reviews = reviews;
        this.hash = hash;
        this.evidence = evidence;
        this.subjects = subjects;
        this.audit = audit;
    }

    /// Which findings are wanted; absent, all of them.
    /// @param mcrOnly only those on minimum compliance requirements
    public record Filter(
            @Nullable AssessmentStatus status,
            @Nullable Conformity roc,
            @Nullable Boolean mcrOnly) {}

    /// Every finding of a version, in order.
    /// @throws Refusal `GAP_ANALYSIS_NOT_FOUND`
    @ReadOnly
    public List<GapFinding> all(Caller caller, UUID versionId) {
        reviews.find(caller, KIND, versionId);
        return findings.all(caller.org(), versionId);
    }

    /// The assessment's approved gap analysis, on which maturity and plan are built.
    /// @param versionId the version the caller means; whichever is approved when null
    /// @throws Refusal `APPROVED_GAP_ANALYSIS_REQUIRED` (STD-80, STD-90); `GAP_ANALYSIS_NOT_FOUND`
    @ReadOnly
    public Version.Approved approved(Caller caller, UUID assessmentId, @Nullable UUID versionId) {
        if (versionId != null) {
            reviews.find(caller, KIND, versionId);
        }
        return reviews.approved(caller, assessmentId, KIND)
                .filter(approved -> versionId == null || approved.header().id().equals(versionId))
                .orElseThrow(() -> new Refusal(
                        ErrorCode.APPROVED_GAP_ANALYSIS_REQUIRED,
                        "The assessment's approved gap analysis is needed first."));
    }

    /// @throws Refusal `GAP_ANALYSIS_NOT_FOUND`
    @ReadOnly
    public Page<GapFinding> findings(Caller caller, UUID versionId, Filter wanted, PageRequest page) {
        reviews.find(caller, KIND, versionId);
        var rows = findings.page(
                caller.org(),
                versionId,
                wanted.status(),
                wanted.roc(),
                Boolean.TRUE.equals(wanted.mcrOnly()),
                page.after(),
                page.limit() + 1);
        return Page.of(rows, page.limit(), GapFinding::ordinal);
    }

    /// @throws Refusal `GAP_FINDING_NOT_FOUND`, also for another tenant's
    @ReadOnly
    public GapFinding finding(Caller caller, UUID findingId) {
        return findings.find(caller.org(), findingId)
                .orElseThrow(Refusal.notFound(ErrorCode.GAP_FINDING_NOT_FOUND, findingId));
    }

    /// @throws Refusal `GAP_ANALYSIS_NOT_FOUND`
    @ReadOnly
    public GapSummary summary(Caller caller, UUID versionId) {
        reviews.find(caller, KIND, versionId);
        return GapSummary.of(findings.tallies(caller.org(), versionId));
    }

    /// Whether the version could be submitted now.
    @ReadOnly
    public Validation validate(Caller caller, UUID versionId) {
        var all = all(caller, versionId);
        return Validation.of(GapRules.blockers(all), GapRules.warnings(all));
    }

    /// Changes a finding's judgement; risk and verdict follow.
    /// @throws Refusal `GAP_FINDING_NOT_FOUND`, also for another tenant's; `GAP_ANALYSIS_IMMUTABLE` once submitted
    ///                 (STD-76); `GAP_RATIONALE_REQUIRED` for `not_met` without a reason (STD-71)
    @Transactional
    public GapFinding revise(Caller caller, UUID findingId, GapRevision revision) {
        var finding = finding(caller, findingId);
        var draft = reviews.draft(caller, KIND, finding.gapAnalysisVersionId());
        var judgement = finding.judgement().revised(revision);
        var weight = subjects.weight(caller, finding.scfVersionId(), finding.scfControlId());
        var revised = findings.update(finding.judged(judgement, weight, maturity(caller, finding, judgement)));
        audit.record(
                caller,
                AuditEvent.of("gap_finding.revised", findingId)
                        .in(draft.header().assessmentId())
                        .with("assessment_status", judgement.assessmentStatus())
                        .with("severity", judgement.severity()));
        return revised;
    }

    /// @param exceptionRationale kept beside the version for its reviewer; it lifts no blocker
    /// @throws Refusal `GAP_ANALYSIS_REVIEW_BLOCKED` with the blockers (STD-72)
    @Transactional
    public Version.UnderReview submit(Caller caller, UUID versionId, @Nullable String exceptionRationale) {
        var draft = reviews.draft(caller, KIND, versionId);
        var all = findings.all(caller.org(), versionId);
        var excused = reviews.excused(caller, draft, exceptionRationale);
        return reviews.submit(caller, excused, GapRules.blockers(all), hash.of(all));
    }

    private int maturity(Caller caller, GapFinding finding, Judgement judgement) {
        var id = finding.evidenceFindingId();
        if (id == null) {
            return IndicatedMaturity.of(judgement.assessmentStatus(), EvidenceStrength.ABSENT, Set.of())
                    .level();
        }
        var found = evidence.find(caller, id);
        return IndicatedMaturity.of(judgement.assessmentStatus(), found.evidenceStrength(), found.signals())
                .level();
    }
}
