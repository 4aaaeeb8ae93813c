package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Counts for a screen what an executive summary is written from.
@Singleton
class SummaryReader {
    private static final ReportType TYPE = ReportType.EXECUTIVE_SUMMARY;

    private final Assessments assessments;
    private final SourceSelection selection;
    private final Catalog catalog;
    private final SummaryRows rows;

    SummaryReader(Assessments assessments, SourceSelection selection, Catalog catalog, SummaryRows rows) {
        this.assessments = assessments;
        this.selection = selection;
        this.catalog = catalog;
        this.rows = rows;
    }

    /// @throws Refusal as [MaterialReader#read] of the approved versions; `ASSESSMENT_NOT_FOUND`
    ExecutiveSummary read(Caller caller, UUID assessmentId) {
        var assessment = assessments.find(caller, assessmentId);
        var approved = selection.approved(caller, assessmentId, TYPE);
        var soa = approved.get(ArtifactKind.SOA);
        var gap = Objects.requireNonNull(approved.get(ArtifactKind.GAP_ANALYSIS));
        var maturity = approved.get(ArtifactKind.MATURITY_ASSESSMENT);
        var poam = approved.get(ArtifactKind.POAM);
        var framework = catalog.outline(
                caller, MaterialReader.scfVersion(assessment, soa), MaterialReader.frameworkId(assessment));
        var figures = SummaryFigures.of(rows.figures(caller.org(), gap.header().id(), id(maturity), id(poam)));
        var grounds = new Grounds(
                assessment.isSynthetic(),
                framework.versionLabel(),
                framework.unmapped(),
                soa,
                gap,
                maturity,
                poam,
                figures.doubts(),
                figures.limitations(),
                null);
        return ExecutiveSummary.of(assessmentId, framework.frameworkName(), figures, grounds);
    }

    private static @Nullable UUID id(@Nullable Version version) {
        return version == null ? null : version.header().id();
    }
}
