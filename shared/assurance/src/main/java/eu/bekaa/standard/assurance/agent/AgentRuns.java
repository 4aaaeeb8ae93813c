package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Runs of agents: asked for, watched, called off (contract §14).
@Singleton
public class AgentRuns {
    static final String DEFAULT_MODEL = "default";
    private static final int LONGEST_INPUT = 64_000;
    private static final int LONGEST_REASON = 500;

    private final RunRows rows;
    private final StepRows steps;
    private final Bookkeeping books;
    private final Fingerprint fingerprint;
    private final Assessments assessments;
    private final RunTerms terms;
    private final Jobs jobs;
    private final Audit audit;
    private final Ids ids;
    private final Steps clock;

    AgentRuns(
            RunRows rows,
            StepRows steps,
            Bookkeeping books,
            Fingerprint fingerprint,
            Assessments assessments,
            RunTerms terms,
            Jobs jobs,
            Audit audit,
            Ids ids,
            Steps clock) {
        this.rows = rows;
        this.steps = steps;
        this.books = books;
        this.fingerprint = fingerprint;
        this.assessments = assessments;
        this.terms = terms;
        this.jobs = jobs;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Accepts a run: ours is queued, one with an outside driver is running at once.
    /// @throws Refusal `AGENT_NOT_FOUND`, `ASSESSMENT_NOT_FOUND`, `FRAMEWORK_NOT_FOUND`; `CONFLICT` for another
    ///         framework or SCF version than the assessment's, and once it is closed; `VALIDATION_ERROR`
    @Transactional
    public AgentRun submit(Caller caller, NewAgentRun wanted) {
        var agent = Agent.parse(wanted.agentId())
                .orElseThrow(() -> new Refusal(ErrorCode.AGENT_NOT_FOUND, "There is no agent of this id."));
        var input = Objects.requireNonNullElse(wanted.input(), Map.<String, Object>of());
        var options = RunOptions.of(input);
        var assessment = terms.settle(caller, agent, options, wanted);
        var text = fingerprint.text(input);
        if (text.length() > LONGEST_INPUT) {
            throw Refusal.invalid("input", "input is longer than " + LONGEST_INPUT + " characters.");
        }
        var external = options.driver() == Driver.EXTERNAL;
        var now = clock.now();
        var run = rows.save(new AgentRun(
                ids.next(),
                caller.org(),
                assessment.assessmentId(),
                agent,
                Objects.requireNonNullElse(wanted.agentVersion(), Agent.VERSION),
                Objects.requireNonNullElse(wanted.promptVersion(), Agent.PROMPT_VERSION),
                Objects.requireNonNullElse(wanted.model(), DEFAULT_MODEL),
                options.driver(),
                wanted.frameworkId() == null ? assessment.frameworkId() : wanted.frameworkId(),
                assessment.scfVersionId(),
                external ? RunStatus.RUNNING : RunStatus.QUEUED,
                fingerprint.of(input),
                null,
                null,
                metadata(assessment, external),
                0,
                0,
                0,
                0,
                caller.actor().id(),
                caller.traceId(),
                now,
                now,
                null));
        if (!external) {
            rows.keepInput(caller.org(), run.agentRunId(), text);
            jobs.submit(caller, Queue.ANALYSIS, JobKind.AGENT_RUN, run.agentRunId(), Map.of());
        }
        audit.record(caller, Bookkeeping.event(run, "requested").with("driver", options.driver()));
        return run;
    }

    /// The newest first.
    @ReadOnly
    public Page<AgentRun> page(
            Caller caller,
            @Nullable UUID assessmentId,
            @Nullable Agent agent,
            @Nullable RunStatus status,
            PageRequest page) {
        if (assessmentId != null) {
            assessments.find(caller, assessmentId);
        }
        var found = rows.page(
                caller.org(),
                assessmentId,
                agent == null ? null : agent.toString(),
                status,
                before(page),
                page.limit() + 1);
        return Page.of(found, page.limit(), AgentRun::agentRunId);
    }

    private static @Nullable UUID before(PageRequest page) {
        try {
            return page.key() == null ? null : UUID.fromString(page.key());
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.invalid("cursor", "cursor is not one that an earlier answer gave.");
        }
    }

    /// @throws Refusal `AGENT_RUN_NOT_FOUND`, also for another tenant's
    @ReadOnly
    public AgentRun find(Caller caller, UUID runId) {
        return rows.find(caller.org(), runId).orElseThrow(Refusal.notFound(ErrorCode.AGENT_RUN_NOT_FOUND, runId));
    }

    /// Calls a run off. Whoever is at it stops before its next step; nothing that it does afterwards counts.
    /// @throws Refusal `AGENT_RUN_NOT_FOUND`; `CONFLICT` once it has ended
    @Transactional
    public AgentRun cancel(Caller caller, UUID runId, @Nullable String reason) {
        find(caller, runId);
        var run = books.locked(caller, runId);
        if (run.status().isFinal()) {
            throw new Refusal(ErrorCode.CONFLICT, "The run is " + run.status() + " already.");
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "reason is longer than " + LONGEST_REASON + " characters.");
        }
        books.cancel(caller, run, reason == null || reason.isBlank() ? "No reason was given." : reason.strip());
        jobs.cancel(caller, runId);
        return find(caller, runId);
    }

    /// What a completed run proposes.
    /// @throws Refusal `AGENT_RUN_NOT_FOUND`; `CONFLICT` until it is completed
    @ReadOnly
    public AgentOutput output(Caller caller, UUID runId) {
        var run = find(caller, runId);
        var text = rows.output(caller.org(), runId)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.CONFLICT, "The run is " + run.status() + "; only a completed one has an output."));
        try {
            return fingerprint.read(text, AgentOutput.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The output of run " + runId + " cannot be read.", unreadable);
        }
    }

    /// The tools that were used, in order.
    /// @throws Refusal `AGENT_RUN_NOT_FOUND`
    @ReadOnly
    public List<AgentStep> steps(Caller caller, UUID runId) {
        find(caller, runId);
        return steps.all(caller.org(), runId);
    }

    private static Map<String, Object> metadata(Assessment assessment, boolean external) {
        var metadata = RunMetadata.fresh().with("is_synthetic", assessment.isSynthetic());
        return (external
                        ? metadata.with("engine", "external")
                                .with("engine_reason", "The run is driven from outside, by tool calls and completion.")
                        : metadata)
                .plain();
    }
}
