package eu.bekaa.standard.assurance.maturity;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.Mappings;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells how far an assessment's maturity carries for a framework: its own, or any other that the same controls answer.
@Singleton
public class Compliance {
    private static final ArtifactKind KIND = ArtifactKind.MATURITY_ASSESSMENT;

    private final MaturityService maturity;
    private final MaturityScores scores;
    private final Reviews reviews;
    private final Catalog catalog;
    private final Mappings mappings;

    Compliance(MaturityService maturity, MaturityScores scores, Reviews reviews, Catalog catalog, Mappings mappings) {
        this.maturity = maturity;
        this.scores = scores;
        this.reviews = reviews;
        this.catalog = catalog;
        this.mappings = mappings;
    }

    /// @param frameworkId the assessment's own framework when null
    /// @param versionId   the approved maturity version when null, else the newest
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`; `MATURITY_VERSION_NOT_FOUND`, also before the first;
    ///         `FRAMEWORK_NOT_FOUND`
    @ReadOnly
    public ComplianceIndex index(
            Caller caller, UUID assessmentId, @Nullable UUID frameworkId, @Nullable UUID versionId) {
        var version =
                versionId == null ? current(caller, assessmentId) : maturity.find(caller, assessmentId, versionId);
        var sources = version.header().sources();
        var framework =
                catalog.framework(caller, frameworkId == null ? requireNonNull(sources.frameworkId()) : frameworkId);
        var levels = scores.levels(caller.org(), version.header().id()).stream()
                .collect(toMap(MaturityScores.Level::scfControlId, MaturityScores.Level::score));
        var weights = mappings.weights(caller, requireNonNull(sources.scfVersionId()), framework);
        return ComplianceIndex.of(version, framework, weights, levels);
    }

    private Version current(Caller caller, UUID assessmentId) {
        var versions = reviews.list(caller, assessmentId, KIND);
        return versions.stream()
                .filter(Version.Approved.class::isInstance)
                .findFirst()
                .or(() -> versions.reversed().stream().findFirst())
                .orElseThrow(() -> new Refusal(
                        ErrorCode.MATURITY_VERSION_NOT_FOUND,
                        "The maturity of this assessment has not been drafted yet."));
    }
}
