package eu.bekaa.standard.assurance.agent;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an agent is asked to do.
@Serdeable
@Schema(description = "What an agent is asked to do.")
public record NewAgentRun(
        @Schema(description = "The assessment.", example = "019aa3c2-0001-7c41-8b55-0a1d2f3e4c5b") @NotNull
        UUID assessmentId,

        @Schema(description = "The agent, in kebab case.", example = "gap-analyst") @NotNull @Size(min = 1, max = 100)
        String agentId,

        @Schema(description = "The agent's version; the current one when left out.", example = "1.0.0")
        @Nullable
        @Size(min = 1, max = 50)
        String agentVersion,

        @Schema(description = "The prompt's version; the current one when left out.", example = "1.0.0")
        @Nullable
        @Size(min = 1, max = 50)
        String promptVersion,

        @Schema(
                description =
                        "default takes the configured language model, deterministic takes none; any other name is used when it is the configured one.",
                example = "default")
        @Nullable
        @Size(min = 1, max = 200)
        String model,

        @Schema(
                description = "The framework; the assessment's when left out.",
                example = "019aa3c2-0002-7c41-8b55-0a1d2f3e4c5b")
        @Nullable
        UUID frameworkId,

        @Schema(
                description = "The SCF version; the assessment's when left out.",
                example = "019aa3c2-0003-7c41-8b55-0a1d2f3e4c5b")
        @Nullable
        UUID scfVersionId,

        @Schema(
                description =
                        "driver: platform or external; create_draft: whether the proposal is also drafted; query and control_codes narrow the work. Anything else is for the agent's driver.",
                example = "{\"driver\": \"platform\", \"create_draft\": false}")
        @Nullable
        Map<String, Object> input) {}
