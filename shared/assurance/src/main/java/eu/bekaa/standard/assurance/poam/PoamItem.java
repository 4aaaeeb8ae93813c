package eu.bekaa.standard.assurance.poam;

import static java.util.Objects.requireNonNullElse;

import eu.bekaa.standard.assurance.gap.RiskCategory;
import eu.bekaa.standard.assurance.gap.Severity;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One planned corrective action of a POA&M version.
/// @param ordinal                 position in the version, from 1; the code counts the same
/// @param poamCode                `POAM-001`, `POAM-002`, …; four digits past 999
/// @param relatedGapFindingId     the finding that is answered
/// @param riskRating              what the finding's residual risk amounts to
/// @param targetMaturityScore     the level aimed at, 0 to 5 (STD-95); null without a maturity assessment
/// @param dependenciesSummary     which items of the plan bear on this one
/// @param confidenceScore         how far the plan trusts this item, 0 to 1
/// @param requiresUserValidation  a person has to confirm the finding before the work starts
/// @param riskAcceptanceExpiresAt the day an accepted risk must be looked at again (STD-97)
@Serdeable
@Schema(description = "One planned corrective action.")
@MappedEntity("poam_item")
public record PoamItem(
        @Schema(description = "Id of the item.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Id
        UUID poamItemId,

        @Schema(description = "Counts the changes of this row.", example = "0") @Version
        int rowVersion,

        @Schema(description = "The organization.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID organizationId,

        @Schema(description = "The POA&M version it belongs to.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID poamVersionId,

        @Schema(description = "Position in the version, from 1.", example = "1")
        int ordinal,

        @Schema(description = "Code within the version; four digits past 999.", example = "POAM-001")
        String poamCode,

        @Schema(description = "The finding it answers.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID relatedGapFindingId,

        @Schema(description = "The SoA item it stems from.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID soaItemId,

        @Schema(description = "The requirement.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID frameworkRequirementId,

        @Schema(description = "The requirement in its framework.", example = "ID.AM-1") @Nullable
        String requirementCode,

        @Schema(
                description = "The SCF control; null without an official mapping.",
                example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        @Nullable
        UUID scfControlId,

        @Schema(description = "The SCF control in its catalog.", example = "AST-02") @Nullable
        String controlCode,

        @Schema(description = "The control's domain.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID scfDomainId,

        @Schema(description = "What is to be done.", example = "Extend the asset inventory (AST-02) to laptops.")
        String correctiveAction,

        @Schema(description = "What kind of work it is.", example = "evidence_collection")
        ActionType actionType,

        @Schema(description = "How soon it should be taken up.", example = "high")
        Priority priority,

        @Schema(description = "How much it matters.", example = "medium")
        Severity severity,

        @Schema(description = "What the finding's residual risk amounts to.", example = "moderate")
        RiskCategory riskRating,

        @Schema(description = "How much work it is.", example = "small")
        EffortEstimate effortEstimate,

        @Schema(description = "The person who should do it.", example = "Ada Byron") @Nullable
        String suggestedOwner,

        @Schema(description = "The role that should do it.", example = "IT Asset Manager") @Nullable
        String ownerRole,

        @Schema(description = "When it should be done.", example = "2027-01-20") @Nullable
        LocalDate dueDate,

        @Schema(description = "The maturity level aimed at, 0 to 5.", example = "3") @Nullable
        Integer targetMaturityScore,

        @Schema(description = "The records that will show it.", example = "[\"Export of the asset register\"]")
        @TypeDef(type = DataType.STRING_ARRAY)
        List<String> expectedEvidence,

        @Schema(description = "When it counts as done.", example = "[\"Every laptop is listed with its owner\"]")
        @TypeDef(type = DataType.STRING_ARRAY)
        List<String> acceptanceCriteria,

        @Schema(
                description = "Which items of the plan bear on it.",
                example = "Related to the technical work of POAM-003.")
        @Nullable
        String dependenciesSummary,

        @Schema(description = "Where the item stands.", example = "draft")
        ItemStatus status,

        @Schema(description = "Why.", example = "Level 2: GAP-004 on ID.AM-1 is partially met on partial evidence.")
        String rationale,

        @Schema(description = "How sure it is, 0 to 1.", example = "0.68")
        double confidenceScore,

        @Schema(description = "Whether a person still has to confirm it.", example = "true")
        boolean requiresUserValidation,

        @Schema(description = "The day an accepted risk must be looked at again.", example = "2027-06-30") @Nullable
        LocalDate riskAcceptanceExpiresAt) {
    public PoamItem {
        expectedEvidence = List.copyOf(expectedEvidence);
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
        if (!(0 <= confidenceScore && confidenceScore <= 1)) {
            throw Refusal.invalid("confidence_score", "confidence_score lies between 0 and 1.");
        }
        if (targetMaturityScore != null && (targetMaturityScore < 0 || targetMaturityScore > 5)) {
            throw Refusal.invalid("target_maturity_score", "target_maturity_score lies between 0 and 5.");
        }
        if (actionType == ActionType.RISK_ACCEPTANCE && riskAcceptanceExpiresAt == null) {
            throw Refusal.invalid("risk_acceptance_expires_at", "An accepted risk carries an expiry date.");
        }
    }

    /// `POAM-001` for the first item of a version.
    static String code(int ordinal) {
        return "POAM-%03d".formatted(ordinal);
    }

    /// Whether the item can be traced from the finding through the SoA to requirement and control.
    boolean traceable() {
        return relatedGapFindingId != null
                && soaItemId != null
                && frameworkRequirementId != null
                && scfControlId != null;
    }

    PoamItem revised(PoamRevision to) {
        return new PoamItem(
                poamItemId,
                rowVersion,
                organizationId,
                poamVersionId,
                ordinal,
                poamCode,
                relatedGapFindingId,
                soaItemId,
                frameworkRequirementId,
                requirementCode,
                scfControlId,
                controlCode,
                scfDomainId,
                requireNonNullElse(to.correctiveAction(), correctiveAction),
                requireNonNullElse(to.actionType(), actionType),
                requireNonNullElse(to.priority(), priority),
                requireNonNullElse(to.severity(), severity),
                requireNonNullElse(to.riskRating(), riskRating),
                requireNonNullElse(to.effortEstimate(), effortEstimate),
                to.suggestedOwner() == null ? suggestedOwner : to.suggestedOwner(),
                to.ownerRole() == null ? ownerRole : to.ownerRole(),
                to.dueDate() == null ? dueDate : to.dueDate(),
                to.targetMaturityScore() == null ? targetMaturityScore : to.targetMaturityScore(),
                requireNonNullElse(to.expectedEvidence(), expectedEvidence),
                requireNonNullElse(to.acceptanceCriteria(), acceptanceCriteria),
                to.dependenciesSummary() == null ? dependenciesSummary : to.dependenciesSummary(),
                requireNonNullElse(to.status(), status),
                requireNonNullElse(to.rationale(), rationale),
                requireNonNullElse(to.confidenceScore(), confidenceScore),
                requireNonNullElse(to.requiresUserValidation(), requiresUserValidation),
                to.riskAcceptanceExpiresAt() == null ? riskAcceptanceExpiresAt : to.riskAcceptanceExpiresAt());
    }
}
