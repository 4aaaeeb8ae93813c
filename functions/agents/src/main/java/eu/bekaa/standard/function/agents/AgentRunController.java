package eu.bekaa.standard.function.agents;

import eu.bekaa.standard.assurance.agent.Agent;
import eu.bekaa.standard.assurance.agent.AgentOutput;
import eu.bekaa.standard.assurance.agent.AgentRun;
import eu.bekaa.standard.assurance.agent.AgentRuns;
import eu.bekaa.standard.assurance.agent.AgentStep;
import eu.bekaa.standard.assurance.agent.NewAgentRun;
import eu.bekaa.standard.assurance.agent.RunStatus;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Runs of agents (contract §14).
@Controller("/api/v1/agent-runs")
@Tag(name = "Agent runs")
class AgentRunController {
    private final AgentRuns runs;

    AgentRunController(AgentRuns runs) {
        this.runs = runs;
    }

    @Serdeable
    @Schema(description = "Why a run is called off.")
    record CancelRequest(
            @Schema(description = "The reason, for the record.", example = "Started on the wrong assessment.")
            @Nullable
            @Size(max = 500)
            String reason) {}

    @Get
    @Allowed("agent:read")
    @Operation(summary = "List agent runs, the newest first")
    Page<AgentRun> list(
            Caller caller,
            @Nullable @QueryValue("assessment_id") UUID assessmentId,
            @Nullable @QueryValue("agent_id") Agent agentId,
            @Nullable @QueryValue RunStatus status,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        return runs.page(caller, assessmentId, agentId, status, PageRequest.of(limit, cursor));
    }

    @Post
    @Allowed("agent:run")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Ask an agent for a proposal; the run is queued, or running where you drive it yourself")
    HttpResponse<AgentRun> submit(Caller caller, @Valid @Body NewAgentRun body) {
        var run = runs.submit(caller, body);
        return HttpResponse.created(run, URI.create("/api/v1/agent-runs/" + run.agentRunId()));
    }

    @Get("/{agentRunId}")
    @Allowed("agent:read")
    @Operation(summary = "Show an agent run")
    AgentRun show(Caller caller, UUID agentRunId) {
        return runs.find(caller, agentRunId);
    }

    @Post("/{agentRunId}/cancel")
    @Allowed("agent:run")
    @Operation(summary = "Call an agent run off; whoever is at it stops")
    AgentRun cancel(Caller caller, UUID agentRunId, @Nullable @Valid @Body CancelRequest body) {
        return runs.cancel(caller, agentRunId, body == null ? null : body.reason());
    }

    @Get("/{agentRunId}/output")
    @Allowed("agent:read")
    @Operation(summary = "Read what a completed run proposes")
    AgentOutput output(Caller caller, UUID agentRunId) {
        return runs.output(caller, agentRunId);
    }

    @Get("/{agentRunId}/steps")
    @Allowed("agent:read")
    @Operation(summary = "List the tools that a run used, in order")
    List<AgentStep> steps(Caller caller, UUID agentRunId) {
        return runs.steps(caller, agentRunId);
    }
}
