package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Ends the runs of outside drivers that cost more than they may. Knows none of the agents' tools, so that the schedule
/// can do it too.
@Singleton
public class Overruns {
    private final AgentRuns runs;
    private final RunRows rows;
    private final Steps steps;
    private final Bookkeeping books;
    private final AgentSettings settings;
    private final Transactions transactions;

    Overruns(
            AgentRuns runs,
            RunRows rows,
            Steps steps,
            Bookkeeping books,
            AgentSettings settings,
            Transactions transactions) {
        this.runs = runs;
        this.rows = rows;
        this.steps = steps;
        this.books = books;
        this.settings = settings;
        this.transactions = transactions;
    }

    /// Fails the runs that took longer than they may; their drivers have gone away or will learn it.
    public void failOverdue(Caller caller) {
        var before = steps.now().minusSeconds(settings.externalSeconds());
        for (var id : transactions.read(caller, () -> rows.abandoned(caller.org(), before))) {
            fail(caller, runs.find(caller, id), tooLong());
        }
    }

    /// @throws Refusal `AGENT_BUDGET_EXCEEDED` once the run has taken longer than it may; it has failed then
    void requireInTime(Caller caller, AgentRun run) {
        var taken = Duration.between(run.startedAt(), steps.now());
        if (taken.toSeconds() >= settings.externalSeconds()) {
            throw fail(caller, run, tooLong());
        }
    }

    /// @param more tokens that the run is to be charged with
    /// @throws Refusal `AGENT_BUDGET_EXCEEDED` where it would cost more than it may; it has failed then
    void requireAffordable(Caller caller, AgentRun run, long more) {
        var tokens = run.tokens() + more;
        if (tokens > settings.tokensPerRun()) {
            throw fail(caller, run, "The run has used " + tokens + " of its " + settings.tokensPerRun() + " tokens.");
        }
    }

    private String tooLong() {
        return "The run took longer than its " + settings.externalSeconds() + " seconds.";
    }

    private Refusal fail(Caller caller, AgentRun run, String message) {
        transactions.write(caller, () -> {
            var locked = books.locked(caller, run.agentRunId());
            if (!locked.status().isFinal()) {
                var taken = Duration.between(locked.startedAt(), steps.now());
                books.fail(caller, locked, ErrorCode.AGENT_BUDGET_EXCEEDED.name(), message, taken);
            }
            return locked;
        });
        return new Refusal(ErrorCode.AGENT_BUDGET_EXCEEDED, message);
    }
}
