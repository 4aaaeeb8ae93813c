package eu.bekaa.standard.assurance.workflow;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something a run is told. Facts are looked up, never believed: a signal only makes the run look.
@Serdeable
@Schema(description = "Something a lifecycle run is told.")
public record SignalRequest(
        @Schema(description = "What happened.", example = "soa_approved") @NotNull
        SignalType signalType,

        @Schema(description = "Makes the signal count once.", example = "soa-v1-approved") @NotBlank @Size(max = 255)
        String idempotencyKey,

        @Schema(
                description = "The approval that an `…_approved` signal speaks of; required there.",
                example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID approvalEventId,

        @Schema(description = "What belongs to the signal; framework_selected and assessment_blocked need it.")
        @Nullable
        Payload payload) {

    /// What belongs to a signal.
    @Serdeable
    @Schema(name = "SignalPayload", description = "What belongs to a signal.")
    public record Payload(
            @Schema(description = "The framework chosen.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Nullable
            UUID frameworkId,

            @Schema(
                    description = "The assessment's SCF version, as a check.",
                    example = "01936b3e-8f00-7abc-9def-0123456789ab")
            @Nullable
            UUID scfVersionId,

            @Schema(description = "Why the assessment is blocked.", example = "The client has paused the project.")
            @Nullable
            @Size(max = 1000)
            String blockedReason) {}

    /// What tells this signal from another under the same key.
    String digest() {
        return signalType + "|" + approvalEventId + "|" + payload;
    }
}
