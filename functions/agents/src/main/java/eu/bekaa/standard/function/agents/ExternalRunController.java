package eu.bekaa.standard.function.agents;

import eu.bekaa.standard.assurance.agent.AgentOutput;
import eu.bekaa.standard.assurance.agent.AgentRun;
import eu.bekaa.standard.assurance.agent.AgentStep;
import eu.bekaa.standard.assurance.agent.ExternalRuns;
import eu.bekaa.standard.assurance.agent.ExternalRuns.Context;
import eu.bekaa.standard.assurance.agent.ExternalRuns.Usage;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Runs that a program of the caller's drives (contract §14).
@Controller("/api/v1/agent-runs")
@Tag(name = "Agent runs")
class ExternalRunController {
    private final ExternalRuns runs;

    ExternalRunController(ExternalRuns runs) {
        this.runs = runs;
    }

    @Serdeable
    @Schema(description = "A tool to be used in a run that you drive.")
    record ToolCallRequest(
            @Schema(description = "One of the agent's tools.", example = "kb_evidence_search")
            @NotNull
            @Size(min = 1, max = 100)
            String toolName,

            @Schema(description = "What the tool takes.", example = "{\"query\": \"access reviews\", \"top_k\": 5}")
            @Nullable
            Map<String, Object> input,

            @Schema(
                    description = "The organization you believe to be in; a mismatch is refused.",
                    example = "019aa3c2-0000-7c41-8b55-0a1d2f3e4c5b")
            @Nullable
            UUID organizationId,

            @Schema(
                    description = "The assessment you believe to be in; a mismatch is refused.",
                    example = "019aa3c2-0001-7c41-8b55-0a1d2f3e4c5b")
            @Nullable
            UUID assessmentId) {}

    @Serdeable
    @Schema(description = "A used tool and what it gave. The output itself is not kept.")
    record ToolCall(
            @Schema(description = "The step as it is recorded.")
            AgentStep step,

            @Schema(description = "What the tool gave.", example = "{\"hits\": []}")
            Map<String, Object> output) {}

    @Serdeable
    @Schema(description = "What the run cost you.")
    record UsageReport(
            @Schema(description = "Tokens read by the model.", example = "5200") @Min(0)
            long inputTokens,

            @Schema(description = "Tokens written by the model.", example = "640") @Min(0)
            long outputTokens) {}

    @Serdeable
    @Schema(description = "The result of a run that you drive.")
    record CompletionRequest(
            @Schema(description = "What the agent proposes.") @NotNull
            AgentOutput output,

            @Schema(description = "What it cost; counts against the budget.") @Nullable @Valid
            UsageReport usage,

            @Schema(
                    description = "The organization you believe to be in; a mismatch is refused.",
                    example = "019aa3c2-0000-7c41-8b55-0a1d2f3e4c5b")
            @Nullable
            UUID organizationId,

            @Schema(
                    description = "The assessment you believe to be in; a mismatch is refused.",
                    example = "019aa3c2-0001-7c41-8b55-0a1d2f3e4c5b")
            @Nullable
            UUID assessmentId) {}

    @Post("/{agentRunId}/tool-calls")
    @Allowed("agent:run")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Use one of the agent's tools in a run that you drive")
    ToolCall call(Caller caller, UUID agentRunId, @Valid @Body ToolCallRequest body) {
        var used = runs.call(
                caller,
                agentRunId,
                new Context(body.organizationId(), body.assessmentId()),
                body.toolName(),
                Objects.requireNonNullElse(body.input(), Map.of()));
        return new ToolCall(used.step(), used.output());
    }

    @Post("/{agentRunId}/complete")
    @Allowed("agent:run")
    @Operation(summary = "Hand in the output of a run that you drive")
    AgentRun complete(Caller caller, UUID agentRunId, @Valid @Body CompletionRequest body) {
        var usage = body.usage();
        return runs.complete(
                caller,
                agentRunId,
                new Context(body.organizationId(), body.assessmentId()),
                body.output(),
                usage == null ? null : new Usage(usage.inputTokens(), usage.outputTokens()));
    }
}
