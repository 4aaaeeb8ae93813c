package eu.bekaa.standard.assurance.agent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run of an agent within one assessment.
/// @param model what was asked for; which engine did the work stands in the metadata
@Serdeable
@MappedEntity("agent_run")
public record AgentRun(
        @Schema(description = "The run", example = "019aa3c2-7d10-7c41-8b55-0a1d2f3e4c5b") @Id
        UUID agentRunId,

        @Schema(description = "The organization", example = "019aa3c2-0000-7c41-8b55-0a1d2f3e4c5b")
        UUID organizationId,

        @Schema(description = "The assessment", example = "019aa3c2-0001-7c41-8b55-0a1d2f3e4c5b")
        UUID assessmentId,

        @Schema(description = "The agent", example = "gap-analyst")
        Agent agentId,

        @Schema(description = "The agent's version, as asked for", example = "1.0.0")
        String agentVersion,

        @Schema(description = "The prompt's version, as asked for", example = "1.0.0")
        String promptVersion,

        @Schema(description = "The model asked for: default, deterministic, or a model's name", example = "default")
        String model,

        @Schema(description = "Who does the work: our worker or a program of the caller's", example = "platform")
        Driver driver,

        @Schema(description = "The framework, once there is one", example = "019aa3c2-0002-7c41-8b55-0a1d2f3e4c5b")
        @Nullable
        UUID frameworkId,

        @Schema(description = "The SCF version", example = "019aa3c2-0003-7c41-8b55-0a1d2f3e4c5b")
        UUID scfVersionId,

        @Schema(description = "Where it stands", example = "completed")
        RunStatus status,

        @Schema(
                description = "SHA-256 of the input, which is not kept beyond the run",
                example = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String inputHash,

        @Schema(
                description = "SHA-256 of the output; null until completed",
                example = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable
        String outputHash,

        @Schema(description = "How far the output carries, 0 to 1; null until completed", example = "0.68") @Nullable
        Double confidenceScore,

        @Schema(
                description =
                        "Engine and why it was that one, usage and budget, draft, validation results; reason of a failure",
                example = "{\"engine\": \"deterministic\"}")
        @TypeDef(type = DataType.JSON)
        Map<String, Object> metadata,

        @JsonIgnore long inputTokens,
        @JsonIgnore long outputTokens,
        @JsonIgnore int modelCalls,
        @JsonIgnore double seconds,

        @Schema(description = "Who asked for it", example = "019aa3c2-0004-7c41-8b55-0a1d2f3e4c5b")
        UUID requestedBy,

        @Schema(description = "Trace of the request that asked for it", example = "8f14e45fceea167a")
        String traceId,

        @Schema(description = "When it was asked for", example = "2026-11-21T09:30:00Z")
        Instant createdAt,

        @Schema(
                description = "When the work began; while it is queued, when it was asked for",
                example = "2026-11-21T09:30:01Z")
        Instant startedAt,

        @Schema(description = "When it ended", example = "2026-11-21T09:30:04Z") @Nullable
        Instant completedAt) {
    long tokens() {
        return inputTokens + outputTokens;
    }
}
