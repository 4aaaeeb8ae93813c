package eu.bekaa.standard.assurance.gap;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
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
@Schema(description = "What the gap analysis says about one SoA item.")
@MappedEntity("gap_finding")
public record GapFinding(
        @Schema(description = "Id of the finding.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Id
        UUID gapFindingId,

        @Schema(description = "Counts the changes of this row.", example = "0") @Version
        int rowVersion,

        @Schema(description = "The organization.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID organizationId,

        @Schema(
                description = "The gap analysis version it belongs to.",
                example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID gapAnalysisVersionId,

        @Schema(description = "Position in the version, from 1.", example = "1")
        int ordinal,

        @Schema(description = "Code within the version; four digits past 999.", example = "GAP-001")
        String gapCode,

        @Schema(description = "The SoA version that was analysed.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID soaVersionId,

        @Schema(description = "The SoA item it stems from.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID soaItemId,

        @Schema(description = "The framework.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID frameworkId,

        @Schema(description = "The requirement.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID frameworkRequirementId,

        @Schema(description = "The requirement in its framework.", example = "ID.AM-1")
        String requirementCode,

        @Schema(description = "The pinned SCF version.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID scfVersionId,

        @Schema(
                description = "The SCF control; null without an official mapping.",
                example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        @Nullable
        UUID scfControlId,

        @Schema(description = "The SCF control in its catalog.", example = "AST-02") @Nullable
        String controlCode,

        @Schema(description = "The evidence it rests on.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID evidenceFindingId,

        @Schema(
                description = "How far the requirement is met, as far as the evidence shows.",
                example = "partially_met")
        AssessmentStatus assessmentStatus,

        @Schema(description = "What kind of thing is missing.", example = "documentation_gap")
        GapType gapType,

        @Schema(description = "How much it matters.", example = "medium")
        Severity severity,

        @Schema(description = "Whether the requirement is a minimum compliance requirement.", example = "false")
        boolean isMcrGap,

        @Schema(description = "Harm done, 1 to 6; null while the severity stands in for it.", example = "4") @Nullable
        Integer impact,

        @Schema(description = "How probable the harm is; null while it counts as unlikely.", example = "possible")
        @Nullable
        Likelihood likelihood,

        @Schema(description = "The finding in a sentence or two.", example = "NIST CSF v1.1 ID.AM-1 is partly met.")
        String gapSummary,

        @Schema(
                description = "What the status rests on; given anew with another status.",
                example = "The inventory of March lists servers, not laptops.")
        @Nullable
        String gapRationale,

        @Schema(description = "What to do next.", example = "Extend the inventory to laptops.") @Nullable
        String recommendationSummary,

        @Schema(description = "How sure it is, 0 to 1.", example = "0.68")
        double confidenceScore,

        @Schema(description = "Whether a person still has to confirm it.", example = "true")
        boolean requiresUserValidation,

        @Schema(description = "Impact × likelihood, 1 to 36.", example = "9")
        int inherentRiskScore,

        @Schema(description = "What the control leaves of the inherent risk.", example = "7.2")
        double residualRiskScore,

        @Schema(
                description = "Verdict for the report on conformity; null where the requirement does not apply.",
                example = "significant_deficiency")
        @Nullable
        Conformity rocDetermination) {
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
