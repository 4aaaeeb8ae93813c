package eu.bekaa.standard.assurance.agent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One use of a tool. What went in and what came out is kept as a hash (STD-122).
@Serdeable
@MappedEntity("agent_step")
public record AgentStep(
        @Schema(description = "The step", example = "019aa3c2-7d10-7c41-8b55-0a1d2f3e4c5b") @Id
        UUID agentStepId,

        @JsonIgnore UUID organizationId,

        @Schema(description = "The run", example = "019aa3c2-7d11-7c41-8b55-0a1d2f3e4c5b")
        UUID agentRunId,

        @Schema(description = "Its place in the run, from 1", example = "1")
        int ordinal,

        @Schema(description = "The tool, as it was asked for", example = "kb_evidence_search")
        String toolName,

        @Schema(description = "How it ended; rejected when the agent may not use the tool", example = "completed")
        StepStatus status,

        @Schema(
                description = "SHA-256 of what went in",
                example = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String inputHash,

        @Schema(
                description = "SHA-256 of what came out; null where nothing did",
                example = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable
        String outputHash,

        @Schema(description = "Why nothing came out", example = "TOOL_USE_BLOCKED") @Nullable
        String errorCode,

        @Schema(description = "When it began", example = "2026-11-21T09:30:00Z")
        Instant startedAt,

        @Schema(description = "How long it took, in milliseconds", example = "12")
        long durationMs) {}
