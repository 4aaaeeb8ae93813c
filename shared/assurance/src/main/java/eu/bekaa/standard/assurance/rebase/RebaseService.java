package eu.bekaa.standard.assurance.rebase;

import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.evidence.EvidenceAnalysis;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Sources;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.soa.SoaCarryOver;
import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Carries assessments over to newer SCF versions. Only this changes the version that an assessment is made against,
/// and only when somebody asks for it (STD-17). Approved versions stay as they are and count until a newer one is
/// approved: what is carried over goes into a new draft, which is reviewed like any other.
@Singleton
public class RebaseService {
    private final Assessments assessments;
    private final Basis.Survey survey;
    private final Planner planner;
    private final SoaCarryOver carryOver;
    private final EvidenceAnalysis evidence;
    private final Reviews reviews;
    private final RebaseRows rows;
    private final Entries entries;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    RebaseService(
            Assessments assessments,
            Basis.Survey survey,
            Planner planner,
            SoaCarryOver carryOver,
            EvidenceAnalysis evidence,
            Reviews reviews,
            RebaseRows rows,
            Entries entries,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.assessments = assessments;
        this.survey = survey;
        this.planner = planner;
        this.carryOver = carryOver;
        this.evidence = evidence;
        this.reviews = reviews;
        this.rows = rows;
        this.entries = entries;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// What a rebase would do. Nothing is changed.
    /// @param fate only these items; all when null
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`, `SCF_VERSION_NOT_FOUND`
    @ReadOnly
    public RebasePreview preview(
            Caller caller, UUID assessmentId, UUID scfVersionId, @Nullable Fate fate, PageRequest page) {
        var basis = survey.of(caller, assessments.find(caller, assessmentId), scfVersionId);
        var plan = planner.plan(caller, basis, ids.next());
        var found = new ArrayList<EntryRow>();
        for (var line : plan.lines()) {
            found.add(EntryRow.of(ids.next(), caller.org(), assessmentId, found.size() + 1, line));
        }
        var wanted = found.stream()
                .filter(row -> fate == null || row.fate() == fate)
                .filter(row -> row.ordinal() > page.after())
                .limit(page.limit() + 1L)
                .toList();
        var shown = Page.of(wanted, page.limit(), EntryRow::ordinal);
        return new RebasePreview(
                assessmentId,
                basis.from().scfVersionId(),
                basis.to().scfVersionId(),
                basis.soa().map(version -> version.header().id()).orElse(null),
                basis.obstacles(),
                RebaseCounts.of(plan),
                entries.proposed(caller, shown.data(), plan),
                RebasePreview.Pagination.of(shown));
    }

    /// Carries an assessment over to a newer SCF version: pins it, drafts a SoA that says what the present one says
    /// wherever that still holds, queues the rest. Empty, and nothing changed, where that is the version already.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`, `SCF_VERSION_NOT_FOUND`; `CONFLICT`, listing what is in the way: an
    ///         assessment whose work has ended, a version that is not newer or does not map the framework, an SoA
    ///         under review, undecided items of the rebase before
    @Transactional
    public Optional<Rebase> rebase(Caller caller, UUID assessmentId, UUID scfVersionId, String reason) {
        var basis = survey.of(caller, assessments.open(caller, assessmentId), scfVersionId);
        if (basis.isThereAlready()) {
            return Optional.empty();
        }
        if (!basis.obstacles().isEmpty()) {
            throw new Refusal(ErrorCode.CONFLICT, basis.obstacles().getFirst(), basis.obstacles());
        }
        assessments.pin(caller, basis.assessment(), basis.to());
        var draft = basis.soa().map(version -> begin(caller, basis, version));
        var plan = draft.map(begun -> planner.plan(caller, basis, begun.header().id()))
                .orElse(Plan.EMPTY);
        draft.ifPresent(begun -> carry(caller, basis, begun, plan));
        var rebase = record(caller, basis, draft, plan, reason);
        return Optional.of(rebase);
    }

    /// Every rebase of an assessment, the newest first.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`
    @ReadOnly
    public List<Rebase> list(Caller caller, UUID assessmentId) {
        assessments.find(caller, assessmentId);
        return rows.ofAssessment(caller.org(), assessmentId, null);
    }

    /// @throws Refusal `REBASE_NOT_FOUND`, also for another tenant's
    @ReadOnly
    public Rebase find(Caller caller, UUID assessmentId, UUID rebaseId) {
        return rows.ofAssessment(caller.org(), assessmentId, rebaseId).stream()
                .findFirst()
                .orElseThrow(Refusal.notFound(ErrorCode.REBASE_NOT_FOUND, rebaseId));
    }

    private Version.Draft begin(Caller caller, Basis basis, Version source) {
        basis.drafts().forEach(draft -> reviews.archive(caller, draft));
        var header = source.header();
        var sources = new Sources(
                header.sources().frameworkId(),
                basis.to().scfVersionId(),
                header.sources().scopeId(),
                null,
                null,
                null,
                null);
        return reviews.open(
                caller,
                header.assessmentId(),
                ArtifactKind.SOA,
                sources,
                Map.of("rebased_from_soa_version_id", header.id().toString()));
    }

    private void carry(Caller caller, Basis basis, Version.Draft draft, Plan plan) {
        carryOver.fill(caller, draft, plan.items());
        var kept = new HashMap<UUID, SoaItem>();
        for (var line : plan.lines()) {
            if (line.fate() == Fate.KEPT && line.before() != null && line.after() != null) {
                kept.put(line.before().soaItemId(), line.after());
            }
        }
        evidence.carry(caller, basis.soa().orElseThrow().header().id(), kept);
    }

    private Rebase record(Caller caller, Basis basis, Optional<Version.Draft> draft, Plan plan, String reason) {
        var id = ids.next();
        var assessmentId = basis.assessment().assessmentId();
        var counts = RebaseCounts.of(plan);
        rows.insert(
                id,
                caller.org(),
                assessmentId,
                basis.from().scfVersionId(),
                basis.from().versionLabel(),
                basis.to().scfVersionId(),
                basis.to().versionLabel(),
                basis.soa().map(version -> version.header().id()).orElse(null),
                draft.map(begun -> begun.header().id()).orElse(null),
                counts.kept(),
                counts.review(),
                counts.retired(),
                counts.added(),
                reason,
                caller.actor().id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.traceId());
        entries.keep(caller, id, plan);
        audit.record(
                caller,
                AuditEvent.of("assessment.rebased", assessmentId)
                        .in(assessmentId)
                        .with("from_scf_version_id", basis.from().scfVersionId())
                        .with("to_scf_version_id", basis.to().scfVersionId())
                        .with("kept", counts.kept())
                        .with("review", counts.review())
                        .with("retired", counts.retired())
                        .with("added", counts.added()));
        return find(caller, assessmentId, id);
    }
}
