package eu.bekaa.standard.assurance.workflow;

import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.queue.Jobs;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Starts, shows, ends and takes up lifecycle runs (contract §15). [WorkflowSignalling] tells them things.
@Singleton
public class WorkflowService {
    private final WorkflowRuns runs;
    private final WorkflowEngine engine;
    private final FrameworkChoice frameworks;
    private final Assessments assessments;
    private final Jobs jobs;
    private final Ids ids;

    WorkflowService(
            WorkflowRuns runs,
            WorkflowEngine engine,
            FrameworkChoice frameworks,
            Assessments assessments,
            Jobs jobs,
            Ids ids) {
        this.runs = runs;
        this.engine = engine;
        this.frameworks = frameworks;
        this.assessments = assessments;
        this.jobs = jobs;
        this.ids = ids;
    }

    /// Starts a run, or finds the one that was started with that key (STD-130).
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`; `CONFLICT` once the assessment is closed, or while a run with
    ///         another key is active; `VALIDATION_ERROR` for a framework that the SCF version does not map
    @Transactional
    public WorkflowView start(Caller caller, UUID assessmentId, String key, @Nullable WorkflowOptions options) {
        var known = withKey(caller, assessmentId, key);
        if (known.isPresent()) {
            return view(caller, known.get());
        }
        var assessment = assessments.open(caller, assessmentId);
        runs.active(caller.org(), assessmentId).ifPresent(run -> {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "A run is active for this assessment: " + run.workflowRunId() + " (" + run.status() + ").");
        });
        var told = options == null ? WorkflowOptions.NONE : options;
        if (told.frameworkId() != null) {
            frameworks.require(caller, assessment, told.frameworkId(), "options.framework_id");
        }
        var now = engine.now();
        var run = runs.save(new WorkflowRun(
                ids.next(),
                caller.org(),
                assessmentId,
                key,
                WorkflowStatus.PENDING,
                WorkflowStep.VALIDATE_ASSESSMENT,
                null,
                told.frameworkId(),
                told,
                null,
                caller.traceId(),
                caller.actor().id(),
                now,
                null,
                now));
        engine.record(caller, run, "workflow.started", key);
        engine.ring(caller, run);
        return WorkflowView.of(run, assessment);
    }

    /// The runs of an assessment, oldest first.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`
    @ReadOnly
    public List<WorkflowView> list(Caller caller, UUID assessmentId) {
        var assessment = assessments.find(caller, assessmentId);
        return runs.ofAssessment(caller.org(), assessmentId).stream()
                .map(run -> WorkflowView.of(run, assessment))
                .toList();
    }

    /// @throws Refusal `WORKFLOW_NOT_FOUND`, also for another tenant's
    @ReadOnly
    public WorkflowView find(Caller caller, UUID runId) {
        return view(caller, runs.find(caller.org(), runId).orElseThrow(notFound(runId)));
    }

    /// Ends a run; the assessment and what was drafted stay as they are.
    /// @throws Refusal `WORKFLOW_NOT_FOUND`; `CONFLICT` once it has ended
    @Transactional
    public WorkflowView cancel(Caller caller, UUID runId, String reason) {
        var run = open(caller, runId);
        jobs.cancel(caller, runId);
        return view(caller, engine.stop(caller, run, WorkflowStatus.CANCELLED, reason));
    }

    /// Takes a blocked or failed run up again, or lets a waiting one look again.
    /// @param from the step to begin with, the current one or one before it; the current one when null
    /// @throws Refusal `WORKFLOW_NOT_FOUND`; `CONFLICT` once it has ended, or for a step that it has not come to
    @Transactional
    public WorkflowView resume(Caller caller, UUID runId, String reason, @Nullable WorkflowStep from) {
        var run = open(caller, runId);
        if (from != null && from.compareTo(run.currentStep()) > 0) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "The run stands at " + run.currentStep() + "; it skips no step to " + from + ".");
        }
        return view(caller, takeUp(caller, run, from == null ? run.currentStep() : from, reason));
    }

    WorkflowRun takeUp(Caller caller, WorkflowRun run, WorkflowStep step, String reason) {
        var resumed = runs.update(run.at(step, WorkflowStatus.RUNNING, engine.now()));
        engine.record(caller, resumed, "workflow.resumed", reason);
        engine.ring(caller, resumed);
        return resumed;
    }

    /// The run, locked, unless it has ended.
    WorkflowRun open(Caller caller, UUID runId) {
        var run = locked(caller, runId);
        if (run.status().isTerminal()) {
            throw new Refusal(ErrorCode.CONFLICT, "The run is " + run.status() + ".");
        }
        return run;
    }

    WorkflowRun locked(Caller caller, UUID runId) {
        return runs.locked(caller.org(), runId).orElseThrow(notFound(runId));
    }

    WorkflowView view(Caller caller, WorkflowRun run) {
        return WorkflowView.of(run, assessments.find(caller, run.assessmentId()));
    }

    private Optional<WorkflowRun> withKey(Caller caller, UUID assessmentId, String key) {
        assessments.find(caller, assessmentId);
        return runs.withKey(caller.org(), assessmentId, key);
    }

    private static Supplier<Refusal> notFound(UUID runId) {
        return Refusal.notFound(ErrorCode.WORKFLOW_NOT_FOUND, runId);
    }
}
