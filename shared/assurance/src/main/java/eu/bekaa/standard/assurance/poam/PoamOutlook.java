package eu.bekaa.standard.assurance.poam;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import eu.bekaa.standard.assurance.gap.CatalogSubjects;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.GapService;
import eu.bekaa.standard.assurance.maturity.MaturityScore;
import eu.bekaa.standard.assurance.maturity.MaturityService;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a plan would hold, without drafting it: the same planning (contract §11).
@Singleton
public class PoamOutlook {
    private final GapService gaps;
    private final MaturityService maturity;
    private final CatalogSubjects subjects;
    private final Catalog catalog;
    private final Reviews reviews;
    private final Ids ids;
    private final Clock clock;

    PoamOutlook(
            GapService gaps,
            MaturityService maturity,
            CatalogSubjects subjects,
            Catalog catalog,
            Reviews reviews,
            Ids ids,
            Clock clock) {
        this.gaps = gaps;
        this.maturity = maturity;
        this.subjects = subjects;
        this.catalog = catalog;
        this.reviews = reviews;
        this.ids = ids;
        this.clock = clock;
    }

    /// The items that answer the findings of an approved gap analysis, as of today; stored nowhere.
    @ReadOnly
    public List<PoamItem> items(Caller caller, Version.Approved approvedGap) {
        var header = approvedGap.header();
        var scf = requireNonNull(header.sources().scfVersionId());
        var findings = gaps.all(caller, header.id());
        var about = subjects.load(
                caller,
                requireNonNull(header.sources().frameworkId()),
                scf,
                findings.stream().map(GapFinding::scfControlId));
        var levels = levels(caller, approvedGap);
        return new Planning(
                        header.id(),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        false,
                        levels,
                        levels.isEmpty() ? Map.of() : catalog.criteria(caller, scf),
                        about::domain,
                        about::of,
                        ids::next)
                .draw(findings)
                .items();
    }

    private Map<UUID, Integer> levels(Caller caller, Version.Approved approvedGap) {
        var header = approvedGap.header();
        return reviews.approved(caller, header.assessmentId(), ArtifactKind.MATURITY_ASSESSMENT)
                .filter(approved ->
                        header.id().equals(approved.header().sources().gapVersionId()))
                .map(approved -> maturity.all(caller, approved.header().id()).stream()
                        .filter(score -> score.assessmentStatus().applies())
                        .collect(toMap(MaturityScore::scfControlId, MaturityScore::score)))
                .orElse(Map.of());
    }
}
