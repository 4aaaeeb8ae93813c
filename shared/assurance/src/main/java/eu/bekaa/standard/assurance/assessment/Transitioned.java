package eu.bekaa.standard.assurance.assessment;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/// A move that has been made.
@Serdeable
@Schema(description = "A move that has been made.")
public record Transitioned(
        @Schema(description = "The assessment that moved.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID assessmentId,

        @Schema(description = "Organization it belongs to.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "State before.", example = "scf_pre_analysis_ready")
        AssessmentState previousState,

        @Schema(description = "State now.", example = "framework_selected")
        AssessmentState nextState,

        @Schema(description = "The event that records the move.")
        LifecycleEvent event) {
    static Transitioned by(LifecycleEvent event) {
        return new Transitioned(
                event.assessmentId(), event.organizationId(), event.previousState(), event.nextState(), event);
    }
}
