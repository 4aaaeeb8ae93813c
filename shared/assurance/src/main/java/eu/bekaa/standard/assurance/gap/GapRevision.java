package eu.bekaa.standard.assurance.gap;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What an analyst may change of a finding; an absent component keeps its value.
/// @param gapRationale given anew whenever the status changes; required for `not_met`
@Serdeable
@Schema(description = "What an analyst may change of a finding; an absent field keeps its value.")
public record GapRevision(
        @Schema(
                description = "How far the requirement is met, as far as the evidence shows.",
                example = "partially_met")
        @Nullable
        AssessmentStatus assessmentStatus,

        @Schema(description = "What kind of thing is missing.", example = "documentation_gap") @Nullable
        GapType gapType,

        @Schema(description = "How much it matters.", example = "medium") @Nullable
        Severity severity,

        @Schema(description = "Harm done, 1 to 6; null while the severity stands in for it.", example = "4") @Nullable
        Integer impact,

        @Schema(description = "How probable the harm is; null while it counts as unlikely.", example = "possible")
        @Nullable
        Likelihood likelihood,

        @Schema(description = "The finding in a sentence or two.", example = "NIST CSF v1.1 ID.AM-1 is partly met.")
        @Nullable
        @Size(max = 4000)
        String gapSummary,

        @Schema(
                description = "What the status rests on; given with every new status, required for not_met.",
                example = "The inventory of March lists servers, not laptops.")
        @Nullable
        @Size(max = 4000)
        String gapRationale,

        @Schema(description = "What to do next.", example = "Extend the inventory to laptops.")
        @Nullable
        @Size(max = 4000)
        String recommendationSummary,

        @Schema(description = "How sure it is, 0 to 1.", example = "0.68") @Nullable
        Double confidenceScore,

        @Schema(description = "Whether a person still has to confirm it.", example = "true") @Nullable
        Boolean requiresUserValidation) {}
