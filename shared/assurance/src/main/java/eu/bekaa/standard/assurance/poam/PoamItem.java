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
@MappedEntity("poam_item")
public record PoamItem(
        @Id UUID poamItemId,
        @Version int rowVersion,
        UUID organizationId,
        UUID poamVersionId,
        int ordinal,
        String poamCode,
        @Nullable UUID relatedGapFindingId,
        @Nullable UUID soaItemId,
        @Nullable UUID frameworkRequirementId,
        @Nullable String requirementCode,
        @Nullable UUID scfControlId,
        @Nullable String controlCode,
        @Nullable UUID scfDomainId,
        String correctiveAction,
        ActionType actionType,
        Priority priority,
        Severity severity,
        RiskCategory riskRating,
        EffortEstimate effortEstimate,
        @Nullable String suggestedOwner,
        @Nullable String ownerRole,
        @Nullable LocalDate dueDate,
        @Nullable Integer targetMaturityScore,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> expectedEvidence,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> acceptanceCriteria,
        @Nullable String dependenciesSummary,
        ItemStatus status,
        String rationale,
        double confidenceScore,
        boolean requiresUserValidation,
        @Nullable LocalDate riskAcceptanceExpiresAt) {
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
