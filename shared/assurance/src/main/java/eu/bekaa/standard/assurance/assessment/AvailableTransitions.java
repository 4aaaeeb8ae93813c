package eu.bekaa.standard.assurance.assessment;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an assessment can go from here.
@Serdeable
@Schema(description = "Where an assessment can go from here.")
public record AvailableTransitions(
        @Schema(description = "The assessment.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID assessmentId,

        @Schema(description = "Where it stands.", example = "soa_under_review")
        AssessmentState currentState,

        @Schema(description = "The states that may follow.") List<Target> transitions) {
    public AvailableTransitions {
        transitions = List.copyOf(transitions);
    }

    /// One state that may follow.
    @Serdeable
    @Schema(description = "One state that may follow.")
    public record Target(
            @Schema(description = "The state.", example = "soa_approved")
            AssessmentState nextState,

            @Schema(description = "What the move is called.", example = "soa_approved")
            LifecycleEventType eventType,

            @Schema(description = "The gate before it, which an approval opens.", example = "soa") @Nullable
            Gate approvalGate,

            @Schema(description = "What does not hold yet.", example = "[\"soa_approved\"]")
            List<Prerequisite> missingPrerequisites) {
        public Target {
            missingPrerequisites = List.copyOf(missingPrerequisites);
        }
    }
}
