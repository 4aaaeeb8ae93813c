package eu.bekaa.standard.assurance.maturity;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.evidence.EvidenceFinding;
import eu.bekaa.standard.assurance.evidence.EvidenceOnFile;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.GapService;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.ContentHash;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Sources;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.Domain;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Maturity assessments: drafted from an approved gap analysis, corrected by people, reviewed like every artifact
/// (contract §10).
@Singleton
public class MaturityService {
    private static final ArtifactKind KIND = ArtifactKind.MATURITY_ASSESSMENT;

    private final MaturityScores scores;
    private final Reviews reviews;
    private final ContentHash hash;
    private final Assessments assessments;
    private final GapService gaps;
    private final EvidenceOnFile evidence;
    private final Catalog catalog;
    private final Audit audit;
    private final Ids ids;

    MaturityService(
            MaturityScores scores,
            Reviews reviews,
            ContentHash hash,
            Assessments assessments,
            GapService gaps,
            EvidenceOnFile evidence,
            Catalog catalog,
            Audit audit,
            Ids ids) {
        this.scores = scores;
        this.reviews = reviews;
        this.hash = hash;
        this.assessments = assessments;
        this.gaps = gaps;
        this.evidence = evidence;
        this.catalog = catalog;
        this.audit = audit;
        this.ids = ids;
    }

    /// Scores every control of a gap analysis. Also while the life cycle already stands at the POA&M (STD-35).
    /// @param gapVersionId the assessment's approved gap analysis when null
    /// @throws Refusal `APPROVED_GAP_ANALYSIS_REQUIRED` unless the gap analysis is the assessment's approved one
    ///                 (STD-80)
    @Transactional
    public Version.Draft draft(Caller caller, UUID assessmentId, @Nullable UUID gapVersionId) {
        assessments.open(caller, assessmentId);
        var gap = gaps.approved(caller, assessmentId, gapVersionId).header();
        var source = gap.sources();
        var sources = new Sources(
                source.frameworkId(),
                source.scfVersionId(),
                source.scopeId(),
                source.soaVersionId(),
                gap.id(),
                null,
                null);
        var draft = reviews.open(caller, assessmentId, KIND, sources, MaturityNotes.METADATA);
        var scf = requireNonNull(source.scfVersionId());
        var domains = catalog.domains(caller, scf).stream().collect(toMap(Domain::id, Domain::domainCode));
        var findings = gaps.all(caller, gap.id());
        scores.saveAll(new MaturityDraft(draft.header().id(), evidence(caller, findings), domains, ids::next)
                .scores(findings, catalog.controls(caller, scf)));
        assessments.drive(
                caller,
                assessmentId,
                AssessmentState.MATURITY_ASSESSED,
                "Version " + draft.header().number() + " of the maturity assessment was drafted.");
        return draft;
    }

    /// Every score of a version, in the catalog's order of controls.
    /// @throws Refusal `MATURITY_VERSION_NOT_FOUND`
    @ReadOnly
    public List<MaturityScore> all(Caller caller, UUID versionId) {
        reviews.find(caller, KIND, versionId);
        return scores.all(caller.org(), versionId, null);
    }

    /// A version of that very assessment.
    /// @throws Refusal `MATURITY_VERSION_NOT_FOUND`
    @ReadOnly
    public Version find(Caller caller, UUID assessmentId, UUID versionId) {
        var version = reviews.find(caller, KIND, versionId);
        if (!version.header().assessmentId().equals(assessmentId)) {
            throw Refusal.notFound(ErrorCode.MATURITY_VERSION_NOT_FOUND, versionId)
                    .get();
        }
        return version;
    }

    /// @param domain only the scores of this domain, by its code; all when null
    /// @throws Refusal `MATURITY_VERSION_NOT_FOUND`
    @ReadOnly
    public List<MaturityScore> scores(Caller caller, UUID assessmentId, UUID versionId, @Nullable String domain) {
        find(caller, assessmentId, versionId);
        return scores.all(caller.org(), versionId, domain);
    }

    /// @throws Refusal `MATURITY_VERSION_NOT_FOUND`
    @ReadOnly
    public MaturitySummary summary(Caller caller, UUID assessmentId, UUID versionId) {
        return MaturitySummary.of(scores(caller, assessmentId, versionId, null));
    }

    /// @throws Refusal `MATURITY_VERSION_NOT_FOUND`, `MATURITY_SCORE_NOT_FOUND`
    @ReadOnly
    public MaturityScore score(Caller caller, UUID assessmentId, UUID versionId, UUID scoreId) {
        find(caller, assessmentId, versionId);
        return scores.find(caller.org(), versionId, scoreId)
                .orElseThrow(Refusal.notFound(ErrorCode.MATURITY_SCORE_NOT_FOUND, scoreId));
    }

    /// A person's own view of a control, with its reason.
    /// @throws Refusal `MATURITY_SCORE_NOT_FOUND`, also for another tenant's; `MATURITY_IMMUTABLE` once submitted;
    ///                 `FORBIDDEN` for machines; `VALIDATION_ERROR` for another score without a rationale (STD-80)
    @Transactional
    public MaturityScore revise(
            Caller caller, UUID assessmentId, UUID versionId, UUID scoreId, MaturityScore.Revision revision) {
        caller.person();
        var score = score(caller, assessmentId, versionId, scoreId);
        var draft = reviews.draft(caller, KIND, versionId);
        var revised = scores.update(score.revised(revision));
        audit.record(
                caller,
                AuditEvent.of("maturity_score.revised", scoreId)
                        .in(draft.header().assessmentId())
                        .with("from", score.score())
                        .with("to", revised.score()));
        return revised;
    }

    /// @param exceptionRationale why the version may be reviewed although something is missing; it lifts every blocker
    /// @throws Refusal `MATURITY_REVIEW_BLOCKED` with the blockers (STD-81)
    @Transactional
    public Version.UnderReview submit(
            Caller caller, UUID assessmentId, UUID versionId, @Nullable String exceptionRationale) {
        find(caller, assessmentId, versionId);
        var draft = reviews.draft(caller, KIND, versionId);
        var all = scores.all(caller.org(), versionId, null);
        var notes = MaturityNotes.of(all, exceptionRationale);
        return reviews.submit(
                caller,
                reviews.annotate(caller, draft, notes),
                MaturityRules.blockers(all, exceptionRationale),
                hash.of(all));
    }

    @Transactional
    public Version.Approved approve(
            Caller caller, UUID assessmentId, UUID versionId, @Nullable UUID approvalEventId, @Nullable String reason) {
        find(caller, assessmentId, versionId);
        return reviews.approve(caller, KIND, versionId, approvalEventId, reason);
    }

    /// Opens the draft that follows a rejected version, with its scores as they were (STD-113).
    @Transactional
    public Version.Draft reopen(Caller caller, Version.Rejected rejected) {
        var old = rejected.header().id();
        var draft = reviews.reopen(caller, rejected);
        var copies = scores.all(caller.org(), old, null).stream()
                .map(score -> ids.next().toString())
                .toList();
        scores.copy(caller.org(), old, draft.header().id(), copies);
        return draft;
    }

    /// The evidence that the findings rest on, even where the documents have been searched again since.
    private Map<UUID, EvidenceFinding> evidence(Caller caller, List<GapFinding> findings) {
        var cited = findings.stream()
                .map(GapFinding::evidenceFindingId)
                .filter(Objects::nonNull)
                .collect(toUnmodifiableSet());
        return evidence.findings(caller, cited).stream().collect(toMap(EvidenceFinding::evidenceFindingId, identity()));
    }
}
