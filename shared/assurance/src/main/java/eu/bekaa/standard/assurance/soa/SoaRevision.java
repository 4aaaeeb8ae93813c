package eu.bekaa.standard.assurance.soa;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What an assessor may change of a SoA item; an absent component keeps its value, a blank text removes it.
@Serdeable
public record SoaRevision(
        @Schema(description = "Whether it concerns the organization", example = "not_applicable") @Nullable
        ApplicabilityStatus applicabilityStatus,

        @Schema(description = "How far it is put into practice", example = "implemented") @Nullable
        ImplementationStatus implementationStatus,

        @Schema(description = "Why it applies", example = "Production runs on company hardware.") @Nullable
        String applicabilityRationale,

        @Schema(description = "Why it does not apply", example = "No software is developed.") @Nullable
        String nonApplicabilityRationale,

        @Schema(description = "Why it is left out", example = "The plant is assessed separately.") @Nullable
        String scopeRationale,

        @Schema(description = "What the documents say", example = "Asset policy, section 2.") @Nullable
        String evidenceSummary,

        @Schema(description = "How well the documents support it", example = "partial") @Nullable
        EvidenceCoverage evidenceCoverage,

        @Schema(description = "How far the item can be relied on, 0 to 1", example = "0.9") @Nullable
        Double confidenceScore,

        @Schema(description = "Whether a person still has to confirm it", example = "false") @Nullable
        Boolean requiresUserValidation,

        @Schema(description = "Notes of whoever validated it", example = "Confirmed with IT operations.") @Nullable
        String validationNotes,

        @Schema(description = "Who answers for it", example = "shared") @Nullable
        ResponsibilityType responsibilityType) {
    /// Changes nothing.
    static final SoaRevision NOTHING =
            new SoaRevision(null, null, null, null, null, null, null, null, null, null, null);
}
