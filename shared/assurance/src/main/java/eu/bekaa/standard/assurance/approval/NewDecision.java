package eu.bekaa.standard.assurance.approval;

import eu.bekaa.standard.assurance.assessment.Gate;
import eu.bekaa.standard.assurance.review.Approval;
import eu.bekaa.standard.assurance.review.Decision;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/// A decision to be taken down.
@Serdeable
@Schema(description = "A decision to be taken down.")
public record NewDecision(
        @Schema(description = "Gate whose approvers decide.", example = "soa") @NotNull
        Gate gate,

        @Schema(description = "What is decided about.", example = "artifact_version") @NotNull
        Approval.Target targetType,

        @Schema(
                description = "Id of the version, or of the assessment.",
                example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @NotNull
        UUID targetId,

        @Schema(description = "The decision.", example = "approved") @NotNull
        Decision decision,

        @Schema(description = "Why.", example = "Justifications checked.") @NotBlank @Size(max = 2000)
        String reason) {}
