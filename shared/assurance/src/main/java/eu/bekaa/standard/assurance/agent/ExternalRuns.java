package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.agent.Steps.Outcome;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs that a program of the caller's drives: it uses the agent's tools one by one and hands in the output. The same
/// tools and guardrails hold as for our own worker.
@Singleton
public class ExternalRuns {
    private static final int MOST_STEPS = 200;

    private final AgentRuns runs;
    private final RunRows rows;
    private final StepRows stepRows;
    private final Steps steps;
    private final Bookkeeping books;
    private final ToolUse tools;
    private final SourceCheck sources;
    private final Overruns overruns;
    private final Transactions transactions;

    ExternalRuns(
            AgentRuns runs,
            RunRows rows,
            StepRows stepRows,
            Steps steps,
            Bookkeeping books,
            ToolUse tools,
            SourceCheck sources,
            Overruns overruns,
            Transactions transactions) {
        this.runs = runs;
        this.rows = rows;
        this.stepRows = stepRows;
        this.steps = steps;
        this.books = books;
        this.tools = tools;
        this.sources = sources;
        this.overruns = overruns;
        this.transactions = transactions;
    }

    /// A used tool and what it gave.
    public record Used(AgentStep step, Map<String, Object> output) {}

    /// Where the driver believes it is.
    public record Context(
            @Nullable UUID organizationId, @Nullable UUID assessmentId) {}

    /// What the driver says it has used up.
    public record Usage(long inputTokens, long outputTokens) {}

    /// Uses a tool. A refused use is remembered too.
    /// @throws Refusal `AGENT_RUN_NOT_FOUND`; `CONFLICT` unless an outside driver's run is running;
    ///         `TENANT_MISMATCH`, `CONFLICT` for another context; `TOOL_USE_BLOCKED`; `AGENT_BUDGET_EXCEEDED`
    public Used call(Caller caller, UUID runId, Context context, String tool, Map<String, Object> input) {
        var run = running(caller, runId, context);
        var began = steps.now();
        var known = Tool.parse(tool).filter(run.agentId().tools()::contains);
        if (known.isEmpty()) {
            remember(caller, runId, tool, input, Outcome::rejected);
            books.toolBlocked(caller, run, tool);
            throw Steps.blocked(run.agentId(), tool);
        }
        try {
            return transactions.write(caller, () -> {
                var locked = open(caller, runId);
                var answer = tools.use(caller, locked, known.get(), new ToolInput(input));
                var step = steps.step(locked, next(caller, runId), tool, input, Outcome.gave(answer.facts()), began);
                return new Used(stepRows.save(step), answer.facts());
            });
        } catch (Refusal refused) {
            if (refused.code() != ErrorCode.CONFLICT) {
                remember(caller, runId, tool, input, () -> Outcome.failed(refused));
            }
            throw refused;
        }
    }

    /// Takes the output, if it passes the guardrails; else the run goes on.
    /// @throws Refusal `AGENT_GUARDRAIL_TRIGGERED`, and what [#call] is refused with
    public AgentRun complete(Caller caller, UUID runId, Context context, AgentOutput output, @Nullable Usage usage) {
        var run = running(caller, runId, context);
        requireAffordable(caller, run, usage);
        var wrong = Guardrails.violations(output);
        if (wrong.isEmpty()) {
            wrong = sources.violations(caller, run, Objects.requireNonNull(output.sources()));
        }
        if (!wrong.isEmpty()) {
            books.guardrail(caller, run, wrong.getFirst());
            throw new Refusal(
                    ErrorCode.AGENT_GUARDRAIL_TRIGGERED, "The output does not pass the guardrails of agents.", wrong);
        }
        return transactions.write(caller, () -> {
            if (usage != null) {
                rows.spend(caller.org(), runId, usage.inputTokens(), usage.outputTokens());
            }
            var locked = open(caller, runId);
            books.complete(
                    caller,
                    locked,
                    cleared(output),
                    RunMetadata.of(locked),
                    Duration.between(locked.startedAt(), steps.now()));
            return runs.find(caller, runId);
        });
    }

    /// The run, if its driver may go on.
    private AgentRun running(Caller caller, UUID runId, Context context) {
        var run = runs.find(caller, runId);
        if (context.organizationId() != null && !context.organizationId().equals(caller.org())) {
            throw new Refusal(ErrorCode.TENANT_MISMATCH, "organization_id is not the organization of this request.");
        }
        if (context.assessmentId() != null && !context.assessmentId().equals(run.assessmentId())) {
            throw new Refusal(ErrorCode.CONFLICT, "The run belongs to another assessment.");
        }
        requireOpen(run);
        overruns.requireInTime(caller, run);
        return run;
    }

    private static void requireOpen(AgentRun run) {
        if (run.status() != RunStatus.RUNNING) {
            throw new Refusal(ErrorCode.CONFLICT, "The run is " + run.status() + ", not running.");
        }
        if (run.driver() != Driver.EXTERNAL) {
            throw new Refusal(ErrorCode.CONFLICT, "The run is driven by the platform's own worker.");
        }
    }

    private AgentRun open(Caller caller, UUID runId) {
        var locked = books.locked(caller, runId);
        requireOpen(locked);
        return locked;
    }

    private void requireAffordable(Caller caller, AgentRun run, @Nullable Usage usage) {
        if (usage == null) {
            return;
        }
        if (usage.inputTokens() < 0 || usage.outputTokens() < 0) {
            throw Refusal.invalid("usage", "usage counts tokens from 0.");
        }
        overruns.requireAffordable(caller, run, usage.inputTokens() + usage.outputTokens());
    }

    private void remember(
            Caller caller, UUID runId, String tool, Map<String, Object> input, Supplier<Outcome> outcome) {
        transactions.write(caller, () -> {
            var locked = open(caller, runId);
            return stepRows.save(steps.step(locked, next(caller, runId), tool, input, outcome.get(), steps.now()));
        });
    }

    private int next(Caller caller, UUID runId) {
        var next = stepRows.next(caller.org(), runId);
        if (next > MOST_STEPS) {
            throw new Refusal(ErrorCode.CONFLICT, "A run has at most " + MOST_STEPS + " steps.");
        }
        return next;
    }

    /// The output with both claims denied, whether or not the driver said so.
    private static AgentOutput cleared(AgentOutput output) {
        return new AgentOutput(
                output.summary(),
                output.assumptions(),
                output.limitations(),
                output.sources(),
                output.confidenceScore(),
                false,
                false,
                Facts.with("engine", "external")
                        .and("details", output.metadata())
                        .plain());
    }
}
