package eu.bekaa.standard.assurance.gap;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the gap analysis says about one SoA item.
/// @param ordinal           position in the version, from 1; the code counts the same
/// @param gapCode           `GAP-001`, `GAP-002`, …; four digits past 999
/// @param requirementCode   the requirement's code in its framework
/// @param scfControlId      null where the requirement has no official mapping
/// @param evidenceFindingId the evidence the status rests on
/// @param isMcrGap          the requirement is a minimum compliance requirement (STD-77)
/// @param impact            1 to 6; null while the severity stands in for it
/// @param likelihood        null while it counts as unlikely
/// @param gapRationale      why the status is what it is; a change of the status brings its own
/// @param confidenceScore   how sure the analysis is, 0 to 1
/// @param inherentRiskScore impact × likelihood, 1 to 36 (STD-73)
/// @param residualRiskScore what the control leaves of it, two decimals (STD-74)
/// @param rocDetermination  the verdict for the report on conformity (STD-75); null where the requirement does not
///                          apply
@Serdeable
@MappedEntity("gap_finding")
public record GapFinding(
        @Id UUID gapFindingId,
        @Version int rowVersion,
        UUID organizationId,
        UUID gapAnalysisVersionId,
        int ordinal,
        String gapCode,
        UUID soaVersionId,
        UUID soaItemId,
        UUID frameworkId,
        UUID frameworkRequirementId,
        String requirementCode,
        UUID scfVersionId,
        @Nullable UUID scfControlId,
        @Nullable String controlCode,
        @Nullable UUID evidenceFindingId,
        AssessmentStatus assessmentStatus,
        GapType gapType,
        Severity severity,
        boolean isMcrGap,
        @Nullable Integer impact,
        @Nullable Likelihood likelihood,
        String gapSummary,
        @Nullable String gapRationale,
        @Nullable String recommendationSummary,
        double confidenceScore,
        boolean requiresUserValidation,
        int inherentRiskScore,
        double residualRiskScore,
        @Nullable Conformity rocDetermination) {
    /// `GAP-001` for the first finding of a version.
    static String code(int ordinal) {
        return "GAP-%03d".formatted(ordinal);
    }

    /// What an analyst may change of it.
    Judgement judgement() {
        return new Judgement(
                assessmentStatus,
                gapType,
                severity,
                impact,
                likelihood,
                gapSummary,
                gapRationale,
                recommendationSummary,
                confidenceScore,
                requiresUserValidation);
    }

    /// The same finding judged anew, with its risk and verdict worked out again (STD-73 to STD-75).
    /// @param weight   the control's weight in the catalog, 1 to 10
    /// @param maturity the level that status and evidence indicate
    GapFinding judged(Judgement to, @Nullable Double weight, int maturity) {
        var risk = to.risk(weight, maturity);
        return new GapFinding(
                gapFindingId,
                rowVersion,
                organizationId,
                gapAnalysisVersionId,
                ordinal,
                gapCode,
                soaVersionId,
                soaItemId,
                frameworkId,
                frameworkRequirementId,
                requirementCode,
                scfVersionId,
                scfControlId,
                controlCode,
                evidenceFindingId,
                to.assessmentStatus(),
                to.gapType(),
                to.severity(),
                isMcrGap,
                to.impact(),
                to.likelihood(),
                to.gapSummary(),
                to.gapRationale(),
                to.recommendationSummary(),
                to.confidenceScore(),
                to.requiresUserValidation(),
                risk.inherent(),
                risk.residual(),
                to.conformity());
    }
}
