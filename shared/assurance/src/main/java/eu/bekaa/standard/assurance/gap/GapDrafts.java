package eu.bekaa.standard.assurance.gap;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.evidence.EvidenceAnalysis;
import eu.bekaa.standard.assurance.evidence.EvidenceFinding;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Sources;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.assurance.soa.SoaService;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/// Makes gap analyses: a first draft from an approved SoA, another from the same one, a copy of a rejected one
/// (contract §9).
@Singleton
public class GapDrafts {
    private final GapFindings findings;
    private final Reviews reviews;
    private final Assessments assessments;
    private final SoaService soa;
    private final EvidenceAnalysis evidence;
    private final CatalogSubjects subjects;
    private final Ids ids;

    GapDrafts(
            GapFindings findings,
            Reviews reviews,
            Assessments assessments,
            SoaService soa,
            EvidenceAnalysis evidence,
            CatalogSubjects subjects,
            Ids ids) {
        this.findings = findings;
        this.reviews = reviews;
        this.assessments = assessments;
        this.soa = soa;
        this.evidence = evidence;
        this.subjects = subjects;
        this.ids = ids;
    }

    /// Drafts the next version: one finding per SoA item. Items that the evidence analysis has not looked at yet are
    /// looked at first, so that no finding lacks evidence merely because nobody looked.
    /// @throws Refusal `APPROVED_SOA_REQUIRED` unless the SoA is the assessment's approved one (STD-70)
    @Transactional
    public Version.Draft draft(Caller caller, UUID assessmentId, UUID soaVersionId) {
        var assessment = assessments.open(caller, assessmentId);
        var source = approvedSoa(caller, assessmentId, soaVersionId).header().sources();
        var framework = requireNonNull(source.frameworkId());
        var scfVersion = requireNonNull(source.scfVersionId());
        var items = soa.all(caller, soaVersionId);
        var about = subjects.load(caller, framework, scfVersion, items.stream().map(SoaItem::scfControlId));
        var found = evidence.complete(caller, assessment, soaVersionId, items).stream()
                .collect(toMap(EvidenceFinding::soaItemId, identity()));
        var sources = new Sources(framework, scfVersion, source.scopeId(), soaVersionId, null, null, null);
        var draft = reviews.open(caller, assessmentId, ArtifactKind.GAP_ANALYSIS, sources, Map.of());
        var drafted = new GapDraft(draft.header().id(), found, about, ids::next).findings(items);
        findings.saveAll(drafted);
        var noted = reviews.annotate(caller, draft, GapNotes.of(drafted));
        assessments.drive(
                caller,
                assessmentId,
                AssessmentState.GAP_ANALYSIS_DRAFTED,
                "Version " + draft.header().number() + " of the gap analysis was drafted.");
        return noted;
    }

    /// Drafts another version from the same SoA.
    @Transactional
    public Version.Draft regenerate(Caller caller, UUID versionId) {
        var header = reviews.find(caller, ArtifactKind.GAP_ANALYSIS, versionId).header();
        return draft(
                caller, header.assessmentId(), requireNonNull(header.sources().soaVersionId()));
    }

    /// Opens the draft that follows a rejected version, with its findings as they were (STD-113).
    @Transactional
    public Version.Draft reopen(Caller caller, Version.Rejected rejected) {
        var old = rejected.header();
        var draft = reviews.reopen(caller, rejected);
        var copies = findings.all(caller.org(), old.id()).stream()
                .map(finding -> ids.next().toString())
                .toList();
        findings.copy(caller.org(), old.id(), draft.header().id(), copies);
        return draft;
    }

    private Version.Approved approvedSoa(Caller caller, UUID assessmentId, UUID soaVersionId) {
        if (reviews.find(caller, ArtifactKind.SOA, soaVersionId) instanceof Version.Approved approved
                && approved.header().assessmentId().equals(assessmentId)) {
            return approved;
        }
        throw new Refusal(
                ErrorCode.APPROVED_SOA_REQUIRED, "A gap analysis is drafted from the assessment's approved SoA.");
    }
}
