package eu.bekaa.standard.assurance.workflow;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.embedding.Embedder;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobWorker;
import eu.bekaa.standard.queue.Lease;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/// Takes the steps of lifecycle runs from the analysis queue. What the product refuses blocks the run, with the reason;
/// what breaks is tried again and in the end fails it. Found only where the documents can be searched, which some steps
/// do: other functions consume other queues.
@Singleton
@Requires(bean = Embedder.class)
class WorkflowWorker implements JobWorker {
    private static final int MAX_REASON = 1000;

    private final WorkflowEngine engine;
    private final WorkflowRuns runs;
    private final Events events;

    WorkflowWorker(WorkflowEngine engine, WorkflowRuns runs, Events events) {
        this.engine = engine;
        this.runs = runs;
        this.events = events;
    }

    @Override
    public JobKind kind() {
        return JobKind.WORKFLOW_STEP;
    }

    @Override
    public void work(Lease lease) {
        var run = lease.job().subjectId();
        try {
            lease.complete(() -> engine.advance(lease.caller(), run));
        } catch (Refusal refusal) {
            lease.complete(() -> stop(lease.caller(), run, WorkflowStatus.BLOCKED, reason(refusal)));
        }
    }

    @Override
    public void failed(Caller caller, Job job, String reason) {
        stop(caller, job.subjectId(), WorkflowStatus.FAILED, reason);
        runs.find(caller.org(), job.subjectId())
                .filter(run -> run.status() == WorkflowStatus.FAILED)
                .ifPresent(run -> events.raise(
                        caller,
                        EventType.WORKFLOW_FAILED,
                        run.assessmentId(),
                        Map.of("workflow_run_id", run.workflowRunId(), "step", run.currentStep())));
    }

    private void stop(Caller caller, UUID runId, WorkflowStatus status, String reason) {
        runs.locked(caller.org(), runId)
                .filter(run -> run.status().isUnderWay())
                .ifPresent(run -> engine.stop(WorkflowEngine.asWorkflow(caller, run), run, status, reason));
    }

    private static String reason(Refusal refusal) {
        var text = new StringBuilder(refusal.code() + ": " + refusal.getMessage());
        refusal.details().forEach(detail -> text.append(' ').append(detail.message()));
        return text.length() <= MAX_REASON ? text.toString() : text.substring(0, MAX_REASON);
    }
}
