package eu.bekaa.standard.assurance.maturity;

import static java.util.Objects.requireNonNullElse;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The maturity of one control.
/// @param ordinal           position in the version, in the order of control codes, from 1
/// @param domainCode        the control's domain in the catalog
/// @param assessmentStatus  the status of the finding that governs the score
/// @param score             0 (not performed) to 5 (continuously improving)
/// @param confidenceScore   how sure the score is, 0 to 1
/// @param rationale         why this level
/// @param evidenceCoverage  how much of the control is evidenced, 0 to 1: the mean over its applicable findings, where
///                          strong evidence counts 1, partial 0.5, any other 0
/// @param evidenceFindingId the evidence of the governing finding
/// @param gapFindingId      the governing finding: the least mature of the control's applicable findings
@Serdeable
@MappedEntity("maturity_score")
public record MaturityScore(
        @Id UUID maturityScoreId,
        @Version int rowVersion,
        UUID organizationId,
        UUID maturityVersionId,
        int ordinal,
        UUID scfControlId,
        String controlCode,
        String domainCode,
        AssessmentStatus assessmentStatus,
        int score,
        double confidenceScore,
        String rationale,
        double evidenceCoverage,
        @Nullable UUID evidenceFindingId,
        @Nullable UUID gapFindingId) {
    public MaturityScore {
        if (score < 0 || score > 5) {
            throw Refusal.invalid("score", "score lies between 0 and 5.");
        }
        if (!(0 <= confidenceScore && confidenceScore <= 1)) {
            throw Refusal.invalid("confidence_score", "confidence_score lies between 0 and 1.");
        }
        if (!(0 <= evidenceCoverage && evidenceCoverage <= 1)) {
            throw Refusal.invalid("evidence_coverage", "evidence_coverage lies between 0 and 1.");
        }
    }

    /// What an assessor may change of a score; an absent component keeps its value.
    /// @param rationale given anew whenever the score changes (STD-80)
    @Serdeable
    public record Revision(
            @Nullable Integer score,
            @Nullable String rationale,
            @Nullable Double evidenceCoverage,
            @Nullable Double confidenceScore) {
        boolean changes(MaturityScore from) {
            return score != null && score != from.score();
        }
    }

    /// @throws Refusal `VALIDATION_ERROR` when another score comes without a reason (STD-80)
    MaturityScore revised(Revision to) {
        if (to.changes(this) && (to.rationale() == null || to.rationale().isBlank())) {
            throw Refusal.invalid("rationale", "A score is changed together with a rationale.");
        }
        return new MaturityScore(
                maturityScoreId,
                rowVersion,
                organizationId,
                maturityVersionId,
                ordinal,
                scfControlId,
                controlCode,
                domainCode,
                assessmentStatus,
                requireNonNullElse(to.score(), score),
                requireNonNullElse(to.confidenceScore(), confidenceScore),
                requireNonNullElse(to.rationale(), rationale),
                requireNonNullElse(to.evidenceCoverage(), evidenceCoverage),
                evidenceFindingId,
                gapFindingId);
    }
}
