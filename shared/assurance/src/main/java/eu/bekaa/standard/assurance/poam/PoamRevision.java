package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.gap.RiskCategory;
import eu.bekaa.standard.assurance.gap.Severity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a planner may change of an item; an absent component keeps its value, an empty text clears it.
@Serdeable
public record PoamRevision(
        @Nullable String correctiveAction,
        @Nullable ActionType actionType,
        @Nullable Priority priority,
        @Nullable Severity severity,
        @Nullable RiskCategory riskRating,
        @Nullable EffortEstimate effortEstimate,
        @Nullable String suggestedOwner,
        @Nullable String ownerRole,
        @Nullable LocalDate dueDate,
        @Nullable Integer targetMaturityScore,
        @Nullable List<String> expectedEvidence,
        @Nullable List<String> acceptanceCriteria,
        @Nullable String dependenciesSummary,
        @Nullable ItemStatus status,
        @Nullable String rationale,
        @Nullable Double confidenceScore,
        @Nullable Boolean requiresUserValidation,
        @Nullable LocalDate riskAcceptanceExpiresAt) {}
