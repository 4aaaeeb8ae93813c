package eu.bekaa.standard.assurance.workflow;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import eu.bekaa.standard.queue.event.DomainEvent;
import eu.bekaa.standard.queue.event.EventSubscriber;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/// Wakes the run of an assessment in which something has happened, so that it goes on without being told. Also while a
/// step is being taken: that step may have looked a moment too early.
@Singleton
class WorkflowAlarm implements EventSubscriber {
    private final WorkflowRuns runs;
    private final Jobs jobs;

    WorkflowAlarm(WorkflowRuns runs, Jobs jobs) {
        this.runs = runs;
        this.jobs = jobs;
    }

    @Override
    public void heard(Caller caller, DomainEvent event) {
        switch (event.eventType()) {
            case ASSESSMENT_STATE_CHANGED, KB_INDEXED, REPORT_APPROVED -> {
                var assessment = event.assessmentId();
                if (assessment != null) {
                    wake(caller, assessment);
                }
            }
            case ASSESSMENT_CREATED,
                    DOCUMENT_INGESTED,
                    SOA_APPROVED,
                    GAP_APPROVED,
                    MATURITY_APPROVED,
                    POAM_APPROVED,
                    REPORT_GENERATED,
                    ASSESSMENT_CLOSED,
                    WORKFLOW_FAILED,
                    COMPLIANCE_GATE_EVALUATED,
                    ALERT_CHANGED,
                    APPROVAL_REQUESTED,
                    SECURITY_ALERT,
                    WEBHOOK_TEST -> {}
        }
    }

    private void wake(Caller caller, UUID assessment) {
        runs.active(caller.org(), assessment)
                .filter(run -> run.status().isUnderWay())
                .ifPresent(run ->
                        jobs.submit(caller, Queue.ANALYSIS, JobKind.WORKFLOW_STEP, run.workflowRunId(), Map.of()));
    }
}
