package eu.bekaa.standard.assurance.workflow;

import eu.bekaa.standard.assurance.scope.ScopeFields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a lifecycle run is told at its start, so that it need not wait for it.
@Serdeable
@Schema(description = "What a lifecycle run knows from its start.")
public record WorkflowOptions(
        @Schema(
                description = "The framework to assess against; without it the run waits for the signal.",
                example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID frameworkId,

        @Schema(description = "The scope to draft; without it a bare one is drafted for people to complete.")
        @Nullable
        @Valid
        ScopeFields scope) {
    static final WorkflowOptions NONE = new WorkflowOptions(null, null);
}
