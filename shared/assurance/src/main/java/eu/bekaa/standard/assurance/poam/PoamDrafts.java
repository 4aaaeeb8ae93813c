package eu.bekaa.standard.assurance.poam;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.gap.CatalogSubjects;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.GapService;
import eu.bekaa.standard.assurance.maturity.MaturityScore;
import eu.bekaa.standard.assurance.maturity.MaturityService;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Header;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Sources;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes plans: a first draft from an approved gap analysis, another from the same one, a copy of a rejected one
/// (contract §11).
@Singleton
public class PoamDrafts {
    private final PoamItems items;
    private final PoamMilestones milestones;
    private final PoamDependencies dependencies;
    private final Reviews reviews;
    private final Assessments assessments;
    private final GapService gaps;
    private final MaturityService maturity;
    private final CatalogSubjects subjects;
    private final Catalog catalog;
    private final Ids ids;
    private final Clock clock;

    PoamDrafts(
            PoamItems items,
            PoamMilestones milestones,
            PoamDependencies dependencies,
            Reviews reviews,
            Assessments assessments,
            GapService gaps,
            MaturityService maturity,
            CatalogSubjects subjects,
            Catalog catalog,
            Ids ids,
            Clock clock) {
        this.items = items;
        this.milestones = milestones;
        this.dependencies = dependencies;
        this.reviews = reviews;
        this.assessments = assessments;
        this.gaps = gaps;
        this.maturity = maturity;
        this.subjects = subjects;
        this.catalog = catalog;
        this.ids = ids;
        this.clock = clock;
    }

    /// What a plan is drawn from.
    /// @param gapVersionId                the assessment's approved gap analysis when null
    /// @param maturityVersionId           the assessment's approved maturity assessment when null; the plan does
    ///                                    without when there is none
    /// @param includeOptionalImprovements whether met findings get items that raise their maturity
    public record Request(
            @Nullable UUID gapVersionId, @Nullable UUID maturityVersionId, boolean includeOptionalImprovements) {}

    /// Draws up the next version.
    /// @throws Refusal `APPROVED_GAP_ANALYSIS_REQUIRED` unless the gap analysis is the assessment's approved one
    ///                 (STD-90); `MATURITY_VERSION_NOT_FOUND`; `CONFLICT` for a maturity assessment of another gap
    ///                 analysis
    @Transactional
    public Version.Draft draft(Caller caller, UUID assessmentId, Request request) {
        assessments.open(caller, assessmentId);
        var gap = gaps.approved(caller, assessmentId, request.gapVersionId()).header();
        var basis = basis(caller, gap, request.maturityVersionId());
        var scf = requireNonNull(gap.sources().scfVersionId());
        var framework = requireNonNull(gap.sources().frameworkId());
        var findings = gaps.all(caller, gap.id());
        var about = subjects.load(caller, framework, scf, findings.stream().map(GapFinding::scfControlId));
        var sources = new Sources(
                framework,
                scf,
                gap.sources().scopeId(),
                gap.sources().soaVersionId(),
                gap.id(),
                basis == null ? null : basis.header().id(),
                null);
        var metadata = PoamNotes.of(request, basis);
        var draft = reviews.open(caller, assessmentId, ArtifactKind.POAM, sources, metadata);
        var planning = new Planning(
                draft.header().id(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                request.includeOptionalImprovements(),
                levels(caller, basis),
                basis == null ? Map.of() : catalog.criteria(caller, scf),
                about::domain,
                about::of,
                ids::next);
        save(planning.draw(findings));
        assessments.drive(
                caller,
                assessmentId,
                AssessmentState.POAM_DRAFTED,
                "Version " + draft.header().number() + " of the plan of action was drafted.");
        return draft;
    }

    /// Draws up another version from the same sources, as of today.
    /// @throws Refusal `POAM_VERSION_NOT_FOUND`; `APPROVED_GAP_ANALYSIS_REQUIRED` when another gap analysis
    ///         has been approved
    @Transactional
    public Version.Draft regenerate(Caller caller, UUID versionId) {
        var old = reviews.find(caller, ArtifactKind.POAM, versionId).header();
        var request = new Request(
                old.sources().gapVersionId(),
                old.sources().maturityVersionId(),
                PoamNotes.includesImprovements(old.metadata()));
        return draft(caller, old.assessmentId(), request);
    }

    /// Opens the draft that follows a rejected version, with its items, milestones and links as they were (STD-113).
    @Transactional
    public Version.Draft reopen(Caller caller, Version.Rejected rejected) {
        var org = caller.org();
        var old = rejected.header().id();
        var draft = reviews.reopen(caller, rejected);
        var to = draft.header().id();
        items.copy(org, old, to, fresh(items.all(org, old)));
        milestones.copy(org, old, to, fresh(milestones.ofVersion(org, old)));
        dependencies.copy(org, old, to, fresh(dependencies.ofVersion(org, old)));
        return draft;
    }

    private List<String> fresh(List<?> rows) {
        return Stream.generate(() -> ids.next().toString()).limit(rows.size()).toList();
    }

    private void save(Planning.Plan plan) {
        items.saveAll(plan.items());
        milestones.saveAll(plan.milestones());
        dependencies.saveAll(plan.dependencies());
    }

    /// The maturity assessment to build on: the one that was named, else the approved one where it scores this very gap
    /// analysis.
    private @Nullable Version basis(Caller caller, Header gap, @Nullable UUID maturityVersionId) {
        if (maturityVersionId == null) {
            return reviews.approved(caller, gap.assessmentId(), ArtifactKind.MATURITY_ASSESSMENT)
                    .filter(approved ->
                            gap.id().equals(approved.header().sources().gapVersionId()))
                    .orElse(null);
        }
        var version = maturity.find(caller, gap.assessmentId(), maturityVersionId);
        if (!gap.id().equals(version.header().sources().gapVersionId())) {
            throw new Refusal(ErrorCode.CONFLICT, "That maturity assessment scores another gap analysis.");
        }
        return switch (version.status()) {
            case DRAFT, UNDER_REVIEW, APPROVED -> version;
            case REJECTED, SUPERSEDED, ARCHIVED ->
                throw new Refusal(ErrorCode.CONFLICT, "That maturity assessment is " + version.status() + ".");
        };
    }

    private Map<UUID, Integer> levels(Caller caller, @Nullable Version basis) {
        return basis == null
                ? Map.of()
                : maturity.all(caller, basis.header().id()).stream()
                        .filter(score -> score.assessmentStatus().applies())
                        .collect(toMap(MaturityScore::scfControlId, MaturityScore::score));
    }
}
