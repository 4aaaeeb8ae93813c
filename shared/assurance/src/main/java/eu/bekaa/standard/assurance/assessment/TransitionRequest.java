package eu.bekaa.standard.assurance.assessment;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A move that somebody asks for.
@Serdeable
@Schema(description = "A move of an assessment.")
public record TransitionRequest(
        @Schema(description = "The state to enter.", example = "framework_selected") @NotNull
        AssessmentState nextState,

        @Schema(description = "Why.", example = "NIST CSF is what our customers ask for.") @NotBlank @Size(max = 2000)
        String reason,

        @Schema(
                description = "The approval that opens the gate before that state.",
                example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID approvalEventId,

        @Schema(
                description = "Facts that belong to the move; framework_selected needs framework_id.",
                example = "{\"framework_id\": \"01936b3e-8f00-7abc-9def-0123456789ab\"}")
        @Nullable
        Map<String, @Nullable Object> metadata) {}
