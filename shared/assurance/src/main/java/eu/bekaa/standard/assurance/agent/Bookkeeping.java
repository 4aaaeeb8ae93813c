package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Keeps a run's row while it is worked on and ends it, once.
@Singleton
final class Bookkeeping {
    private static final double MILLI = 1_000;

    private final RunRows rows;
    private final StepRows stepRows;
    private final Audit audit;
    private final Transactions transactions;
    private final Fingerprint fingerprint;
    private final AgentSettings settings;
    private final Steps steps;

    Bookkeeping(
            RunRows rows,
            StepRows stepRows,
            Audit audit,
            Transactions transactions,
            Fingerprint fingerprint,
            AgentSettings settings,
            Steps steps) {
        this.rows = rows;
        this.stepRows = stepRows;
        this.audit = audit;
        this.transactions = transactions;
        this.fingerprint = fingerprint;
        this.settings = settings;
        this.steps = steps;
    }

    /// @return empty when the run has ended, as one that was cancelled before it was begun
    Optional<AgentRun> begin(Caller caller, UUID runId) {
        return transactions.write(
                caller,
                () -> rows.begin(caller.org(), runId, steps.now()) == 0
                        ? Optional.empty()
                        : rows.find(caller.org(), runId));
    }

    /// @throws RunEnd when the run was called off, or the run or its organization has used up its time
    void mustGoOn(Caller caller, AgentRun run, Duration elapsed) {
        var now = transactions.read(
                caller, () -> rows.find(caller.org(), run.agentRunId()).orElseThrow());
        if (now.status() != RunStatus.RUNNING) {
            throw new RunEnd.Cancelled();
        }
        var most = settings.secondsFor(run.driver());
        if (elapsed.toSeconds() >= most) {
            throw new RunEnd.OverBudget("The run took longer than its " + most + " seconds.");
        }
    }

    /// @param tokens what the next answer of the model may cost
    /// @throws RunEnd.OverBudget when the run or its organization cannot afford it
    void mustAfford(Caller caller, AgentRun run, long tokens) {
        var used = transactions
                .read(caller, () -> rows.find(caller.org(), run.agentRunId()).orElseThrow())
                .tokens();
        if (used + tokens > settings.tokensPerRun()) {
            throw new RunEnd.OverBudget("The run has used " + used + " of its " + settings.tokensPerRun()
                    + " tokens, and the next answer may cost " + tokens + ".");
        }
        var spent = spentToday(caller);
        if (spent.tokens() + tokens > settings.tokensPerDay()) {
            throw new RunEnd.OverBudget("The organization has used " + spent.tokens() + " of its "
                    + settings.tokensPerDay() + " tokens of today.");
        }
    }

    /// @throws RunEnd.OverBudget when the organization's runs have taken all their time of today
    void mustHaveTimeToday(Caller caller) {
        var spent = spentToday(caller);
        if (spent.seconds() >= settings.secondsPerDay()) {
            throw new RunEnd.OverBudget(
                    "The organization's runs have taken their " + settings.secondsPerDay() + " seconds of today.");
        }
    }

    private RunRows.Spent spentToday(Caller caller) {
        Instant midnight = steps.now().truncatedTo(ChronoUnit.DAYS);
        return transactions.read(caller, () -> rows.spentSince(caller.org(), midnight));
    }

    /// Written at once: what a model has answered is paid for, whatever becomes of the run.
    void spend(Caller caller, AgentRun run, long inputTokens, long outputTokens) {
        transactions.write(caller, () -> {
            rows.spend(caller.org(), run.agentRunId(), inputTokens, outputTokens);
            return run;
        });
    }

    void toolBlocked(Caller caller, AgentRun run, String tool) {
        var named = Tool.parse(tool).map(Tool::toString).orElse("unknown");
        audit.recordAside(caller, security(run, "tool_use_blocked").with("tool", named));
    }

    void guardrail(Caller caller, AgentRun run, String why) {
        audit.recordAside(caller, security(run, "agent_guardrail_triggered").with("why", why));
    }

    void suspected(Caller caller, AgentRun run, int phrases) {
        audit.recordAside(caller, security(run, "prompt_injection_suspected").with("phrases", phrases));
    }

    static AuditEvent security(AgentRun run, String what) {
        return AuditEvent.of("security." + what, run.agentRunId())
                .in(run.assessmentId())
                .with("agent_id", run.agentId())
                .outcome(Outcome.BLOCKED);
    }

    static AuditEvent event(AgentRun run, String verb) {
        return AuditEvent.of("agent_run." + verb, run.agentRunId())
                .in(run.assessmentId())
                .with("agent_id", run.agentId());
    }

    /// The run, so that nobody else changes it before the transaction ends.
    AgentRun locked(Caller caller, UUID runId) {
        rows.lock(caller.org(), runId);
        return rows.find(caller.org(), runId).orElseThrow();
    }

    /// Ends a run well. In the transaction of whatever else belongs to its end.
    void complete(Caller caller, AgentRun locked, AgentOutput output, RunMetadata metadata, Duration elapsed) {
        var text = fingerprint.text(output);
        var seconds = elapsed.toMillis() / MILLI;
        metadata.used(locked.inputTokens(), locked.outputTokens(), locked.modelCalls(), locked.seconds() + seconds)
                .budget(settings, locked.driver());
        rows.complete(
                caller.org(),
                locked.agentRunId(),
                text,
                Fingerprint.ofText(text),
                Guardrails.confidence(output),
                metadata.plain(),
                steps.now(),
                seconds);
        audit.record(caller, event(locked, "completed").with("output_hash", Fingerprint.ofText(text)));
    }

    /// Ends a run without an output.
    void fail(Caller caller, AgentRun locked, String code, String message, Duration elapsed) {
        end(caller, locked, RunStatus.FAILED, RunMetadata.of(locked).failed(code, message), elapsed);
        audit.record(
                caller,
                event(locked, "failed")
                        .with("code", code)
                        .with("reason", message)
                        .outcome(Outcome.FAILURE));
    }

    void cancel(Caller caller, AgentRun locked, String reason) {
        end(caller, locked, RunStatus.CANCELLED, RunMetadata.of(locked).with("cancel_reason", reason), Duration.ZERO);
        audit.record(caller, event(locked, "cancelled").with("reason", reason));
    }

    private void end(Caller caller, AgentRun locked, RunStatus status, RunMetadata metadata, Duration elapsed) {
        var seconds = elapsed.toMillis() / MILLI;
        metadata.used(locked.inputTokens(), locked.outputTokens(), locked.modelCalls(), locked.seconds() + seconds)
                .budget(settings, locked.driver());
        rows.end(caller.org(), locked.agentRunId(), status, metadata.plain(), steps.now(), seconds);
    }

    void keep(Iterable<AgentStep> used) {
        stepRows.saveAll(used);
    }
}
