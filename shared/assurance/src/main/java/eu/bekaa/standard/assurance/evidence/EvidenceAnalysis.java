package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.soa.EvidenceProposal;
import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.assurance.soa.SoaService;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Looks for what the documents say about the items of a SoA (contract §9). It finds candidates and classifies
/// them; it concludes nothing about implementation (STD-51, STD-66, STD-71).
@Singleton
public class EvidenceAnalysis {
    /// Passages kept per finding.
    private static final int TOP = 5;

    private final Observer observer;
    private final EvidenceArchive archive;
    private final EvidenceFindings findings;
    private final EvidenceOnFile onFile;
    private final SoaService soa;
    private final Reviews reviews;
    private final Assessments assessments;
    private final Audit audit;

    EvidenceAnalysis(
            Observer observer,
            EvidenceArchive archive,
            EvidenceFindings findings,
            EvidenceOnFile onFile,
            SoaService soa,
            Reviews reviews,
            Assessments assessments,
            Audit audit) {
        this.observer = observer;
        this.archive = archive;
        this.findings = findings;
        this.onFile = onFile;
        this.soa = soa;
        this.reviews = reviews;
        this.assessments = assessments;
        this.audit = audit;
    }

    /// Looks at every item of an approved SoA that may concern the organization, and keeps the findings. Findings of an
    /// earlier run stay for whatever was based on them, but no longer count.
    /// @throws Refusal `SOA_VERSION_NOT_FOUND`; `APPROVED_SOA_REQUIRED` unless it is the assessment's approved one
    @Transactional
    public List<EvidenceFinding> run(Caller caller, UUID assessmentId, UUID soaVersionId) {
        assessments.open(caller, assessmentId);
        EvidenceOnFile.requireOf(
                assessmentId,
                soaVersionId,
                soa.approved(caller, soaVersionId).header().assessmentId());
        var items = examined(soa.all(caller, soaVersionId));
        var observed = observer.observe(caller, assessmentId, items, TOP);
        findings.retireAll(caller.org(), soaVersionId);
        var found = archive.keep(caller, assessmentId, items, observed, Map.of());
        audit.record(
                caller,
                AuditEvent.of("evidence.analysed", soaVersionId)
                        .in(assessmentId)
                        .with("findings", found.size()));
        assessments.drive(
                caller,
                assessmentId,
                AssessmentState.EVIDENCE_ANALYSIS_READY,
                "The documents were searched for evidence of " + found.size() + " SoA items.");
        return found;
    }

    /// Looks at those items of an approved SoA that nobody has looked at yet; what is known stays.
    /// @param assessment as [Assessments#open] gave it
    /// @param items      of that SoA, all of them
    /// @return everything that counts now, in the order of the items
    /// @throws Refusal as [#run]
    @Transactional
    public List<EvidenceFinding> complete(
            Caller caller, Assessment assessment, UUID soaVersionId, List<SoaItem> items) {
        var id = assessment.assessmentId();
        var known = onFile.findings(caller, soaVersionId);
        if (known.isEmpty()) {
            return run(caller, id, soaVersionId);
        }
        var looked = known.stream().map(EvidenceFinding::soaItemId).collect(Collectors.toSet());
        var missing = examined(items).stream()
                .filter(item -> !looked.contains(item.soaItemId()))
                .toList();
        if (!missing.isEmpty()) {
            archive.keep(caller, id, missing, observer.observe(caller, id, missing, TOP), Map.of());
            audit.record(
                    caller,
                    AuditEvent.of("evidence.completed", soaVersionId).in(id).with("findings", missing.size()));
        }
        if (assessment.state() == AssessmentState.SOA_INGESTED) {
            assessments.drive(
                    caller, id, AssessmentState.EVIDENCE_ANALYSIS_READY, "The evidence of every SoA item is known.");
        }
        return missing.isEmpty() ? known : onFile.findings(caller, soaVersionId);
    }

    /// Files what counts for items of one SoA under the items of another that say the same, passages and all.
    /// @param carried the new items by the old ones' ids
    @Transactional
    public void carry(Caller caller, UUID fromSoaVersionId, Map<UUID, SoaItem> carried) {
        var known = onFile.findings(caller, fromSoaVersionId).stream()
                .filter(finding -> carried.containsKey(finding.soaItemId()))
                .toList();
        var passages = onFile.sources(
                caller, known.stream().map(EvidenceFinding::evidenceFindingId).collect(Collectors.toSet()));
        archive.copy(known, passages, carried);
    }

    /// Looks again for one item. The finding stays as it was; a new one takes its place.
    /// @throws Refusal `EVIDENCE_FINDING_NOT_FOUND`; `CONFLICT` when it has been replaced already
    @Transactional
    public EvidenceFinding refresh(Caller caller, UUID findingId) {
        var old = onFile.find(caller, findingId);
        assessments.open(caller, old.assessmentId());
        if (findings.retire(caller.org(), findingId) == 0) {
            throw new Refusal(ErrorCode.CONFLICT, "This finding has been replaced by a newer one.");
        }
        var items = List.of(soa.item(caller, old.soaItemId()));
        var observed = observer.observe(caller, old.assessmentId(), items, TOP);
        var found = archive.keep(caller, old.assessmentId(), items, observed, Map.of(old.soaItemId(), findingId));
        audit.record(caller, AuditEvent.of("evidence.refreshed", findingId).in(old.assessmentId()));
        return found.getFirst();
    }

    /// Looks for evidence of a draft's items and writes it down as proposals (STD-66).
    /// @param topK passages at most per item
    /// @return the items that were looked at, in order
    /// @throws Refusal `SOA_VERSION_NOT_FOUND`, `SOA_VERSION_IMMUTABLE`
    @Transactional
    public List<SoaItem> propose(Caller caller, UUID soaVersionId, int topK) {
        var draft = reviews.draft(caller, ArtifactKind.SOA, soaVersionId);
        var items = examined(soa.all(caller, soaVersionId));
        var proposals = new HashMap<UUID, EvidenceProposal>();
        observer.observe(caller, draft.header().assessmentId(), items, topK)
                .forEach((item, observation) -> proposals.put(item, observation.proposal()));
        return soa.propose(caller, soaVersionId, proposals);
    }

    private static List<SoaItem> examined(List<SoaItem> items) {
        return items.stream()
                .filter(item -> item.applicabilityStatus().examined())
                .toList();
    }
}
