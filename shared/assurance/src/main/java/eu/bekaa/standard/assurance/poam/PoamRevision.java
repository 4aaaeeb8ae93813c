package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.gap.RiskCategory;
import eu.bekaa.standard.assurance.gap.Severity;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a planner may change of an item; an absent component keeps its value, an empty text clears it.
@Serdeable
@Schema(description = "What a planner may change of an item; an absent field keeps its value, an empty text clears it.")
public record PoamRevision(
        @Schema(description = "What is to be done.", example = "Extend the asset inventory (AST-02) to laptops.")
        @Nullable
        @Size(max = 4000)
        String correctiveAction,

        @Schema(description = "What kind of work it is.", example = "evidence_collection") @Nullable
        ActionType actionType,

        @Schema(description = "How soon it should be taken up.", example = "high") @Nullable
        Priority priority,

        @Schema(description = "How much it matters.", example = "medium") @Nullable
        Severity severity,

        @Schema(description = "What the finding's residual risk amounts to.", example = "moderate") @Nullable
        RiskCategory riskRating,

        @Schema(description = "How much work it is.", example = "small") @Nullable
        EffortEstimate effortEstimate,

        @Schema(description = "The person who should do it.", example = "Ada Byron") @Nullable @Size(max = 4000)
        String suggestedOwner,

        @Schema(description = "The role that should do it.", example = "IT Asset Manager") @Nullable @Size(max = 4000)
        String ownerRole,

        @Schema(description = "When it should be done.", example = "2027-01-20") @Nullable
        LocalDate dueDate,

        @Schema(description = "The maturity level aimed at, 0 to 5.", example = "3") @Nullable
        Integer targetMaturityScore,

        @Schema(description = "The records that will show it.", example = "[\"Export of the asset register\"]")
        @Nullable
        @Size(max = 50)
        List<@Size(max = 1000) String> expectedEvidence,

        @Schema(description = "When it counts as done.", example = "[\"Every laptop is listed with its owner\"]")
        @Nullable
        @Size(max = 50)
        List<@Size(max = 1000) String> acceptanceCriteria,

        @Schema(
                description = "Which items of the plan bear on it.",
                example = "Related to the technical work of POAM-003.")
        @Nullable
        @Size(max = 4000)
        String dependenciesSummary,

        @Schema(description = "Where the item stands.", example = "draft") @Nullable
        ItemStatus status,

        @Schema(description = "Why.", example = "Level 2: GAP-004 on ID.AM-1 is partially met on partial evidence.")
        @Nullable
        @Size(max = 4000)
        String rationale,

        @Schema(description = "How sure it is, 0 to 1.", example = "0.68") @Nullable
        Double confidenceScore,

        @Schema(description = "Whether a person still has to confirm it.", example = "true") @Nullable
        Boolean requiresUserValidation,

        @Schema(description = "The day an accepted risk must be looked at again.", example = "2027-06-30") @Nullable
        LocalDate riskAcceptanceExpiresAt) {}
