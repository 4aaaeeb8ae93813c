package eu.bekaa.standard.assurance.maturity;

import static java.util.Objects.requireNonNullElse;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
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
@Schema(description = "The maturity of one control.")
@MappedEntity("maturity_score")
public record MaturityScore(
        @Schema(description = "Id of the score.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Id
        UUID maturityScoreId,

        @Schema(description = "Counts the changes of this row.", example = "0") @Version
        int rowVersion,

        @Schema(description = "The organization.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID organizationId,

        @Schema(
                description = "The maturity assessment version it belongs to.",
                example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID maturityVersionId,

        @Schema(description = "Position in the version, from 1.", example = "1")
        int ordinal,

        @Schema(
                description = "The SCF control; null without an official mapping.",
                example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID scfControlId,

        @Schema(description = "The SCF control in its catalog.", example = "AST-02")
        String controlCode,

        @Schema(description = "The control's domain.", example = "AST")
        String domainCode,

        @Schema(
                description = "How far the requirement is met, as far as the evidence shows.",
                example = "partially_met")
        AssessmentStatus assessmentStatus,

        @Schema(description = "Maturity level, 0 to 5.", example = "2")
        int score,

        @Schema(description = "How sure it is, 0 to 1.", example = "0.68")
        double confidenceScore,

        @Schema(description = "Why.", example = "Level 2: GAP-004 on ID.AM-1 is partially met on partial evidence.")
        String rationale,

        @Schema(description = "How much of the control is evidenced, 0 to 1.", example = "0.5")
        double evidenceCoverage,

        @Schema(description = "The evidence it rests on.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID evidenceFindingId,

        @Schema(description = "Id of the finding.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID gapFindingId) {
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
    @Schema(description = "What an assessor may change of a score; an absent field keeps its value.")
    public record Revision(
            @Schema(description = "Maturity level, 0 to 5.", example = "2") @Nullable
            Integer score,

            @Schema(description = "Why.", example = "Level 2: GAP-004 on ID.AM-1 is partially met on partial evidence.")
            @Nullable
            @Size(max = 4000)
            String rationale,

            @Schema(description = "How much of the control is evidenced, 0 to 1.", example = "0.5") @Nullable
            Double evidenceCoverage,

            @Schema(description = "How sure it is, 0 to 1.", example = "0.68") @Nullable
            Double confidenceScore) {
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
