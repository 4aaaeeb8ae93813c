package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.Lease;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Works on runs that we drive. Everything a run leaves, its draft included, is committed with the end of its job: a
/// worker that dies before has done nothing, and the next one begins anew.
@Singleton
public class AgentRunWork {
    private final Bookkeeping books;
    private final Engine engine;
    private final Drafting drafting;
    private final RunRows rows;
    private final Assessments assessments;
    private final Fingerprint fingerprint;
    private final Steps steps;
    private final Transactions transactions;

    AgentRunWork(
            Bookkeeping books,
            Engine engine,
            Drafting drafting,
            RunRows rows,
            Assessments assessments,
            Fingerprint fingerprint,
            Steps steps,
            Transactions transactions) {
        this.books = books;
        this.engine = engine;
        this.drafting = drafting;
        this.rows = rows;
        this.assessments = assessments;
        this.fingerprint = fingerprint;
        this.steps = steps;
        this.transactions = transactions;
    }

    /// Does the job of a run, to its end or to the reason why there is none.
    public void work(Lease lease) {
        var caller = agent(lease.caller());
        var begun = books.begin(caller, lease.job().subjectId());
        if (begun.isEmpty()) {
            lease.skip("The run has ended.", () -> {});
            return;
        }
        var bench = bench(caller, begun.get());
        try {
            books.mustHaveTimeToday(caller);
            var worked = engine.work(bench);
            lease.complete(() -> finish(caller, bench, worked));
        } catch (RunEnd.Cancelled cancelled) {
            lease.skip(cancelled.getMessage(), () -> books.keep(bench.steps()));
        } catch (RunEnd.OverBudget over) {
            fail(lease, bench, ErrorCode.AGENT_BUDGET_EXCEEDED.name(), over.getMessage());
        } catch (Refusal refused) {
            fail(lease, bench, refused.code().name(), refused.getMessage());
        }
    }

    /// The job was given up; so is its run.
    public void failed(Caller worker, Job job, String reason) {
        var caller = agent(worker);
        var run = books.locked(caller, job.subjectId());
        if (!run.status().isFinal()) {
            books.fail(caller, run, "GAVE_UP", reason, Duration.ZERO);
        }
    }

    /// Whoever asked, acting through an agent: it can draft, and can approve nothing (STD-112).
    private static Caller agent(Caller worker) {
        return new Caller(
                worker.org(),
                new Actor.Worker(worker.actor().id(), "agent run", "agent_runtime"),
                Set.of(),
                worker.traceId(),
                null,
                null);
    }

    private Bench bench(Caller caller, AgentRun run) {
        return transactions.read(caller, () -> {
            var assessment = assessments.find(caller, run.assessmentId());
            var input = rows.input(caller.org(), run.agentRunId()).orElse("{}");
            return new Bench(caller, run, RunOptions.of(read(input)), assessment, books, steps);
        });
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> read(String input) {
        try {
            return fingerprint.read(input, Map.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void finish(Caller caller, Bench bench, Worked worked) {
        var run = books.locked(caller, bench.run().agentRunId());
        if (run.status() != RunStatus.RUNNING) {
            books.keep(bench.steps());
            return;
        }
        var metadata = RunMetadata.of(run).engine(worked).notes(bench.notes());
        if (bench.options().createDraft()) {
            var kind = run.agentId().drafts().orElseThrow();
            var id = bench.use(
                    Tool.ARTIFACT_DRAFT_CREATE,
                    Map.of("artifact_type", kind.toString()),
                    () -> drafting.draft(caller, run, kind).toString());
            metadata.drafted(kind, UUID.fromString(id));
        }
        books.keep(bench.steps());
        books.complete(caller, run, worked.output(), metadata, bench.elapsed());
    }

    private void fail(Lease lease, Bench bench, String code, String message) {
        var caller = bench.caller();
        lease.complete(() -> {
            var run = books.locked(caller, bench.run().agentRunId());
            books.keep(bench.steps());
            if (!run.status().isFinal()) {
                books.fail(caller, run, code, message, bench.elapsed());
            }
        });
    }
}
