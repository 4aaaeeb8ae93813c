package eu.bekaa.standard.assurance.soa;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads, decides and submits Statements of Applicability (contract §8). [SoaDrafts] makes them.
@Singleton
public class SoaService {
    private static final ArtifactKind KIND = ArtifactKind.SOA;

    private final SoaItems items;
    private final SoaIngestions ingestions;
    private final Reviews reviews;
    private final Assessments assessments;
    private final ContentHash hash;
    private final OpenQuestions questions;
    private final Audit audit;
    private final Clock clock;

    SoaService(
            SoaItems items,
            SoaIngestions ingestions,
            Reviews reviews,
            Assessments assessments,
            ContentHash hash,
            OpenQuestions questions,
            Audit audit,
            Clock clock) {
        this.items = items;
        this.ingestions = ingestions;
        this.reviews = reviews;
        this.assessments = assessments;
        this.hash = hash;
        this.questions = questions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Every version, oldest first.
    @ReadOnly
    public List<SoaVersion> list(Caller caller, UUID assessmentId) {
        var versions = reviews.list(caller, assessmentId, KIND);
        var ingested = ingestions.ofAssessment(caller.org(), assessmentId).stream()
                .collect(Collectors.toMap(SoaIngestion::soaVersionId, Function.identity()));
        return versions.stream()
                .map(version ->
                        SoaVersion.of(version, ingested.get(version.header().id())))
                .toList();
    }

    /// @throws Refusal `SOA_VERSION_NOT_FOUND`, also for another tenant's
    @ReadOnly
    public SoaVersion find(Caller caller, UUID versionId) {
        return view(caller, reviews.find(caller, KIND, versionId));
    }

    /// Every item of a version, in order.
    /// @throws Refusal `SOA_VERSION_NOT_FOUND`
    @ReadOnly
    public List<SoaItem> all(Caller caller, UUID versionId) {
        reviews.find(caller, KIND, versionId);
        return items.all(caller.org(), versionId);
    }

    /// @param applicability only the items in this state; all when null
    /// @throws Refusal `SOA_VERSION_NOT_FOUND`
    @ReadOnly
    public Page<SoaItem> items(
            Caller caller, UUID versionId, @Nullable ApplicabilityStatus applicability, PageRequest page) {
        reviews.find(caller, KIND, versionId);
        var rows = items.page(caller.org(), versionId, applicability, page.after(), page.limit() + 1);
        return Page.of(rows, page.limit(), SoaItem::ordinal);
    }

    /// @throws Refusal `SOA_ITEM_NOT_FOUND`, also for another tenant's
    @ReadOnly
    public SoaItem item(Caller caller, UUID itemId) {
        return items.find(caller.org(), itemId).orElseThrow(Refusal.notFound(ErrorCode.SOA_ITEM_NOT_FOUND, itemId));
    }

    /// @throws Refusal `SOA_ITEM_NOT_FOUND`; `SOA_VERSION_IMMUTABLE` once submitted (STD-65);
    ///         `NON_APPLICABILITY_RATIONALE_REQUIRED`, `SCOPE_RATIONALE_REQUIRED` (STD-62)
    @Transactional
    public SoaItem revise(Caller caller, UUID itemId, SoaRevision revision) {
        var item = item(caller, itemId);
        var draft = reviews.draft(caller, KIND, item.soaVersionId());
        var revised = items.update(item.revised(revision, caller.actor()));
        audit.record(
                caller,
                AuditEvent.of("soa_item.revised", itemId)
                        .in(draft.header().assessmentId())
                        .with("applicability_status", revised.applicabilityStatus())
                        .with("implementation_status", revised.implementationStatus()));
        return revised;
    }

    /// Writes down what the documents say about the items of a draft (STD-66).
    /// @param proposals by item; items without one stay as they are
    /// @return the items with a proposal, in order
    /// @throws Refusal `SOA_VERSION_NOT_FOUND`, `SOA_VERSION_IMMUTABLE`
    @Transactional
    public List<SoaItem> propose(Caller caller, UUID versionId, Map<UUID, EvidenceProposal> proposals) {
        var draft = reviews.draft(caller, KIND, versionId);
        var proposed = items.all(caller.org(), versionId).stream()
                .flatMap(item -> Optional.ofNullable(proposals.get(item.soaItemId())).map(item::proposed).stream())
                .toList();
        items.updateAll(proposed);
        audit.record(
                caller,
                AuditEvent.of("soa.evidence_refreshed", versionId)
                        .in(draft.header().assessmentId())
                        .with("items", proposed.size()));
        return proposed;
    }

    /// Whether the version could be submitted now.
    @ReadOnly
    public Validation validate(Caller caller, UUID versionId) {
        reviews.find(caller, KIND, versionId);
        var lines = items.lines(caller.org(), versionId);
        return Validation.of(blockers(caller, versionId, lines, null), SoaRules.warnings(lines));
    }

    /// @param exceptionRationale why items are still to be defined; kept beside the version
    /// @throws Refusal `SOA_REVIEW_BLOCKED`, listing the blockers (STD-63)
    @Transactional
    public SoaVersion submit(Caller caller, UUID versionId, @Nullable String exceptionRationale) {
        var draft = reviews.draft(caller, KIND, versionId);
        var all = items.all(caller.org(), versionId);
        var explained = reviews.excused(caller, draft, exceptionRationale);
        var lines = all.stream().map(SoaLine::of).toList();
        var blockers = blockers(caller, versionId, lines, exceptionRationale);
        return SoaVersion.of(reviews.submit(caller, explained, blockers, hash.of(all)), null);
    }

    /// @throws Refusal as [Reviews#approve] (STD-64)
    @Transactional
    public SoaVersion approve(Caller caller, UUID versionId, @Nullable UUID approvalEventId, @Nullable String reason) {
        return view(caller, reviews.approve(caller, KIND, versionId, approvalEventId, reason));
    }

    /// Makes the approved SoA part of what the assessment knows. A second time changes nothing.
    /// @throws Refusal `SOA_VERSION_NOT_FOUND`; `APPROVED_SOA_REQUIRED` unless the version is the approved one
    @Transactional
    public SoaVersion markIngested(Caller caller, UUID versionId) {
        var version = approved(caller, versionId);
        var assessmentId = version.header().assessmentId();
        assessments.open(caller, assessmentId);
        var ingestion = ingestions.find(caller.org(), versionId).orElseGet(() -> ingest(caller, version));
        assessments.drive(
                caller,
                assessmentId,
                AssessmentState.SOA_INGESTED,
                "Version " + version.header().number() + " of the SoA was ingested.");
        return SoaVersion.of(version, ingestion);
    }

    /// @throws Refusal `SOA_VERSION_NOT_FOUND`; `APPROVED_SOA_REQUIRED` unless the version is the approved one
    @ReadOnly
    public Version.Approved approved(Caller caller, UUID versionId) {
        if (reviews.find(caller, KIND, versionId) instanceof Version.Approved approved) {
            return approved;
        }
        throw new Refusal(ErrorCode.APPROVED_SOA_REQUIRED, "The assessment's approved SoA is needed for this.");
    }

    private List<String> blockers(
            Caller caller, UUID versionId, List<SoaLine> lines, @Nullable String exceptionRationale) {
        var blockers = new ArrayList<>(SoaRules.blockers(lines, exceptionRationale));
        blockers.addAll(questions.of(caller, versionId));
        return blockers;
    }

    private SoaIngestion ingest(Caller caller, Version.Approved version) {
        var header = version.header();
        audit.record(caller, AuditEvent.of("soa.ingested", header.id()).in(header.assessmentId()));
        return ingestions.save(new SoaIngestion(
                header.id(), caller.org(), caller.actor().id(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private SoaVersion view(Caller caller, Version version) {
        var id = version.header().id();
        return SoaVersion.of(version, ingestions.find(caller.org(), id).orElse(null));
    }
}
