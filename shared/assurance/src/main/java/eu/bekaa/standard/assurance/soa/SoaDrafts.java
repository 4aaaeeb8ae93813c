package eu.bekaa.standard.assurance.soa;

import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Sources;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.scope.ScopeService;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes SoA versions: afresh from the catalog, another one after an earlier one, a copy of one that was sent
/// back.
@Singleton
public class SoaDrafts {
    private static final ArtifactKind KIND = ArtifactKind.SOA;

    private final SoaItems items;
    private final Reviews reviews;
    private final Assessments assessments;
    private final ScopeService scopes;
    private final Catalog catalog;
    private final OpenQuestions questions;
    private final Ids ids;

    SoaDrafts(
            SoaItems items,
            Reviews reviews,
            Assessments assessments,
            ScopeService scopes,
            Catalog catalog,
            OpenQuestions questions,
            Ids ids) {
        this.items = items;
        this.reviews = reviews;
        this.assessments = assessments;
        this.scopes = scopes;
        this.catalog = catalog;
        this.questions = questions;
        this.ids = ids;
    }

    /// What an SoA is drafted from.
    /// @param scopeId the scope it is drafted within; the one that counts when null
    public record Basis(
            UUID frameworkId, UUID scfVersionId, @Nullable UUID scopeId) {}

    /// Drafts the next version from the catalog alone: nothing in it is decided yet (STD-60, STD-61).
    /// @throws Refusal `CONFLICT` unless framework and SCF version are the assessment's; `SCOPE_NOT_FOUND`
    @Transactional
    public SoaVersion draft(Caller caller, UUID assessmentId, Basis basis) {
        requireOwn(assessments.open(caller, assessmentId), basis);
        var scope = basis.scopeId() == null
                ? scopes.within(caller, assessmentId).orElse(null)
                : scopeOf(caller, assessmentId, basis.scopeId());
        var requirements = catalog.requirements(caller, basis.scfVersionId(), basis.frameworkId());
        var sources = new Sources(basis.frameworkId(), basis.scfVersionId(), scope, null, null, null, null);
        var draft = reviews.open(caller, assessmentId, KIND, sources, Map.of());
        var drafted = new SoaDrafting(
                        caller.org(), draft.header().id(), basis.frameworkId(), basis.scfVersionId(), ids::next)
                .items(requirements);
        items.saveAll(drafted);
        var noted = reviews.annotate(caller, draft, SoaDrafting.counts(drafted));
        drive(caller, noted);
        return SoaVersion.of(noted, null);
    }

    /// Drafts another version after an earlier one: same framework and SCF version, so the same lines, and what
    /// was decided about them. This is how something approved is corrected (STD-65).
    /// @throws Refusal `SOA_VERSION_NOT_FOUND`; `CONFLICT` for one of an SCF version that the assessment has left
    ///         and while something about it waits for a decision
    @Transactional
    public SoaVersion regenerate(Caller caller, UUID versionId) {
        var old = reviews.find(caller, KIND, versionId).header();
        requirePinned(
                assessments.open(caller, old.assessmentId()), old.sources().scfVersionId());
        var open = questions.of(caller, versionId);
        if (!open.isEmpty()) {
            throw new Refusal(ErrorCode.CONFLICT, open.getFirst(), open);
        }
        var counts = new HashMap<>(old.metadata());
        counts.keySet().retainAll(SoaDrafting.COUNTS);
        var draft = reviews.open(caller, old.assessmentId(), KIND, old.sources(), counts);
        copy(caller, old.id(), draft);
        drive(caller, draft);
        return SoaVersion.of(draft, null);
    }

    /// Opens the draft that follows a rejected version, with its items as they were (STD-113).
    @Transactional
    public Version.Draft reopen(Caller caller, Version.Rejected rejected) {
        var draft = reviews.reopen(caller, rejected);
        copy(caller, rejected.header().id(), draft);
        return draft;
    }

    private void copy(Caller caller, UUID from, Version.Draft to) {
        var copies = Stream.generate(() -> ids.next().toString())
                .limit(items.all(caller.org(), from).size())
                .toList();
        items.copy(caller.org(), from, to.header().id(), copies);
    }

    private void drive(Caller caller, Version.Draft draft) {
        assessments.drive(
                caller,
                draft.header().assessmentId(),
                AssessmentState.SOA_DRAFTED,
                "Version " + draft.header().number() + " of the SoA was drafted.");
    }

    private static void requireOwn(Assessment assessment, Basis basis) {
        if (assessment.frameworkId() == null) {
            throw new Refusal(ErrorCode.CONFLICT, "The assessment has no framework yet.");
        }
        if (!assessment.frameworkId().equals(basis.frameworkId())) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "The assessment's framework is another one.",
                    List.of("framework_id: " + assessment.frameworkId()));
        }
        requirePinned(assessment, basis.scfVersionId());
    }

    private static void requirePinned(Assessment assessment, @Nullable UUID scfVersionId) {
        if (!assessment.scfVersionId().equals(scfVersionId)) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "The assessment is made against another SCF version (STD-17).",
                    List.of("scf_version_id: " + assessment.scfVersionId()));
        }
    }

    private UUID scopeOf(Caller caller, UUID assessmentId, UUID scopeId) {
        if (!scopes.find(caller, scopeId).assessmentId().equals(assessmentId)) {
            throw Refusal.notFound(ErrorCode.SCOPE_NOT_FOUND, scopeId).get();
        }
        return scopeId;
    }
}
