package eu.bekaa.standard.assurance.workflow;

import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/// Moves runs: a step, its effects, its audit record and the job of the next step commit together, so that a run
/// survives the end of its worker at any instant.
@Singleton
final class WorkflowEngine {
    private final WorkflowRuns runs;
    private final WorkflowSteps steps;
    private final Assessments assessments;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    WorkflowEngine(
            WorkflowRuns runs, WorkflowSteps steps, Assessments assessments, Jobs jobs, Audit audit, Clock clock) {
        this.runs = runs;
        this.steps = steps;
        this.assessments = assessments;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// Takes the current step of a run that is under way, within the open transaction; a late or repeated message finds
    /// nothing to do.
    /// @throws Refusal where the step cannot be taken; nothing has changed then
    void advance(Caller caller, UUID runId) {
        var run = runs.locked(caller.org(), runId).orElse(null);
        if (run == null || !run.status().isUnderWay()) {
            return;
        }
        var worker = asWorkflow(caller, run);
        var assessment = assessments.find(worker, run.assessmentId());
        switch (assessment.state()) {
            case CANCELLED, ARCHIVED ->
                stop(worker, run, WorkflowStatus.CANCELLED, "The assessment is " + assessment.state() + ".");
            case BLOCKED, FAILED ->
                stop(worker, run, WorkflowStatus.BLOCKED, "The assessment is " + assessment.state() + ".");
            default -> take(worker, run, assessment);
        }
    }

    private void take(Caller caller, WorkflowRun run, Assessment assessment) {
        var step = run.currentStep();
        var status = step.isBehind(assessment.state()) ? WorkflowStatus.RUNNING : steps.take(caller, run, assessment);
        if (status == WorkflowStatus.RUNNING) {
            requireReached(caller, run);
            passed(caller, run);
        } else if (status != run.status()) {
            runs.update(run.at(step, status, now()));
            record(caller, run, "workflow.waiting", status.toString());
        }
    }

    private void requireReached(Caller caller, WorkflowRun run) {
        var step = run.currentStep();
        var state = assessments.find(caller, run.assessmentId()).state();
        var stateless = step == WorkflowStep.INDEX_KB || step == WorkflowStep.WAIT_FOR_REPORT_APPROVAL;
        if (!stateless && !step.isBehind(state)) {
            throw new Refusal(
                    ErrorCode.INVALID_STATE_TRANSITION,
                    "The assessment stays at " + state + " and does not reach " + step.target() + ".");
        }
    }

    private void passed(Caller caller, WorkflowRun run) {
        var next = run.past(run.currentStep(), now());
        runs.update(next);
        record(caller, run, "workflow.step_completed", run.currentStep().toString());
        if (next.status() == WorkflowStatus.COMPLETED) {
            record(caller, run, "workflow.completed", run.currentStep().toString());
        } else {
            ring(caller, run);
        }
    }

    /// Ends or interrupts a run with the reason.
    WorkflowRun stop(Caller caller, WorkflowRun run, WorkflowStatus status, String reason) {
        var stopped = runs.update(run.stopped(status, reason, now()));
        record(caller, run, "workflow." + status, reason);
        return stopped;
    }

    /// Lets a run look at its step again.
    void ring(Caller caller, WorkflowRun run) {
        jobs.submit(caller, Queue.ANALYSIS, JobKind.WORKFLOW_STEP, run.workflowRunId(), Map.of());
    }

    void record(Caller caller, WorkflowRun run, String action, String fact) {
        audit.record(
                caller,
                AuditEvent.of(action, run.workflowRunId())
                        .in(run.assessmentId())
                        .with("step", run.currentStep())
                        .with("fact", fact));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// The workflow drafts in the name of whoever started it, so that this person cannot approve its drafts (STD-111).
    static Caller asWorkflow(Caller caller, WorkflowRun run) {
        return new Caller(
                caller.org(),
                new Actor.Worker(run.startedBy(), "workflow", "workflow"),
                caller.permissions(),
                caller.traceId(),
                null,
                null);
    }
}
