package eu.bekaa.standard.assurance.workflow;

import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.assessment.TransitionRequest;
import eu.bekaa.standard.assurance.assessment.Transitions;
import eu.bekaa.standard.assurance.review.Approvals;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Decision;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells runs what has happened (STD-131, STD-132).
@Singleton
public class WorkflowSignalling {
    private final WorkflowService workflows;
    private final WorkflowRuns runs;
    private final WorkflowSignals signals;
    private final WorkflowEngine engine;
    private final FrameworkChoice frameworks;
    private final Assessments assessments;
    private final Transitions transitions;
    private final Approvals approvals;
    private final Reviews reviews;
    private final Ids ids;

    WorkflowSignalling(
            WorkflowService workflows,
            WorkflowRuns runs,
            WorkflowSignals signals,
            WorkflowEngine engine,
            FrameworkChoice frameworks,
            Assessments assessments,
            Transitions transitions,
            Approvals approvals,
            Reviews reviews,
            Ids ids) {
        this.workflows = workflows;
        this.runs = runs;
        this.signals = signals;
        this.engine = engine;
        this.frameworks = frameworks;
        this.assessments = assessments;
        this.transitions = transitions;
        this.approvals = approvals;
        this.reviews = reviews;
        this.ids = ids;
    }

    /// What a signal led to.
    /// @param repeated whether the same signal had come before, so that nothing changed
    public record Received(WorkflowView run, boolean repeated) {}

    /// Takes a signal in, once per key.
    /// @throws Refusal `WORKFLOW_NOT_FOUND`; `CONFLICT` for a run that has ended, for a key that was used for
    ///         another signal, and for a fact that is not so; `APPROVAL_EVENT_REQUIRED` where an `…_approved`
    ///         signal brings no approval of that artifact of this assessment (STD-132)
    @Transactional
    public Received receive(Caller caller, UUID runId, SignalRequest signal) {
        var run = workflows.locked(caller, runId);
        var before = signals.find(caller.org(), runId, signal.idempotencyKey());
        if (before.isPresent()) {
            if (!before.get().digest().equals(signal.digest())) {
                throw new Refusal(ErrorCode.CONFLICT, "This idempotency key was used for another signal.");
            }
            return new Received(workflows.view(caller, run), true);
        }
        if (run.status().isTerminal()) {
            throw new Refusal(ErrorCode.CONFLICT, "The run is " + run.status() + ".");
        }
        var assessment = assessments.find(caller, run.assessmentId());
        var told = heed(caller, run, assessment, signal);
        signals.save(new WorkflowSignal(
                ids.next(),
                caller.org(),
                runId,
                signal.idempotencyKey(),
                signal.signalType(),
                signal.digest(),
                caller.actor().id(),
                engine.now()));
        engine.record(caller, run, "workflow.signalled", signal.signalType().toString());
        return new Received(workflows.view(caller, told), false);
    }

    private WorkflowRun heed(Caller caller, WorkflowRun run, Assessment assessment, SignalRequest signal) {
        return switch (signal.signalType()) {
            case DOCUMENTS_UPLOADED, DOCUMENTS_INGESTED, KB_INDEXED, SCF_PRE_ANALYSIS_COMPLETED ->
                lookAgain(caller, run);
            case SCOPE_APPROVED,
                    SOA_APPROVED,
                    GAP_ANALYSIS_APPROVED,
                    MATURITY_APPROVED,
                    POAM_APPROVED,
                    REPORT_APPROVED -> {
                requireApproved(caller, assessment, signal);
                yield lookAgain(caller, run);
            }
            case FRAMEWORK_SELECTED -> choose(caller, run, assessment, signal.payload());
            case ASSESSMENT_BLOCKED -> block(caller, run, assessment, signal.payload());
            case ASSESSMENT_CANCELLED -> cancel(caller, run, assessment);
            case ASSESSMENT_RESUMED -> resume(caller, run, assessment);
        };
    }

    private WorkflowRun lookAgain(Caller caller, WorkflowRun run) {
        if (run.status().isUnderWay()) {
            engine.ring(caller, run);
        }
        return run;
    }

    private void requireApproved(Caller caller, Assessment assessment, SignalRequest signal) {
        var kind = signal.signalType().approved().orElseThrow();
        if (signal.approvalEventId() == null) {
            throw unapproved(kind, "The signal names no approval.");
        }
        var approval = approvals.find(caller, signal.approvalEventId());
        var version = reviews.ofAnyKind(caller, approval.targetId()).orElse(null);
        if (!approval.assessmentId().equals(assessment.assessmentId())
                || version == null
                || version.header().kind() != kind) {
            throw unapproved(kind, "The approval is about something else.");
        }
        if (approval.decision() != Decision.APPROVED) {
            throw unapproved(kind, "The approval has not been given.");
        }
    }

    private static Refusal unapproved(ArtifactKind kind, String why) {
        return new Refusal(
                ErrorCode.APPROVAL_EVENT_REQUIRED, why + " This signal needs an approval of the " + kind + ".");
    }

    private WorkflowRun choose(
            Caller caller, WorkflowRun run, Assessment assessment, SignalRequest.@Nullable Payload payload) {
        var framework = payload == null ? null : payload.frameworkId();
        var version = payload == null ? null : payload.scfVersionId();
        if (framework == null) {
            throw Refusal.invalid("payload.framework_id", "The signal names no framework.");
        }
        if (!Objects.equals(version, assessment.scfVersionId())) {
            throw Refusal.invalid("payload.scf_version_id", "This is not the assessment's SCF version.");
        }
        frameworks.require(caller, assessment, framework, "payload.framework_id");
        if (assessment.frameworkId() != null && !assessment.frameworkId().equals(framework)) {
            throw new Refusal(ErrorCode.CONFLICT, "The assessment is made against another framework already.");
        }
        return lookAgain(caller, runs.update(run.assessing(framework)));
    }

    private WorkflowRun block(
            Caller caller, WorkflowRun run, Assessment assessment, SignalRequest.@Nullable Payload payload) {
        var reason = payload == null ? null : payload.blockedReason();
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("payload.blocked_reason", "The signal gives no reason.");
        }
        if (!assessment.state().isInterruption()) {
            move(caller, run, AssessmentState.BLOCKED, reason);
        }
        return engine.stop(caller, run, WorkflowStatus.BLOCKED, reason);
    }

    /// Cancelling an assessment needs a permission of its own; the signal only tells that it was done.
    private WorkflowRun cancel(Caller caller, WorkflowRun run, Assessment assessment) {
        if (assessment.state() != AssessmentState.CANCELLED) {
            throw new Refusal(ErrorCode.CONFLICT, "The assessment is " + assessment.state() + ", not cancelled.");
        }
        return engine.stop(caller, run, WorkflowStatus.CANCELLED, "The assessment is cancelled.");
    }

    private WorkflowRun resume(Caller caller, WorkflowRun run, Assessment assessment) {
        if (assessment.state().isInterruption()) {
            move(caller, run, Objects.requireNonNull(assessment.heldState()), "Resumed by a signal.");
        }
        return run.status().isUnderWay()
                ? lookAgain(caller, run)
                : workflows.takeUp(caller, run, run.currentStep(), "assessment_resumed");
    }

    private void move(Caller caller, WorkflowRun run, AssessmentState target, String reason) {
        transitions.transition(caller, run.assessmentId(), new TransitionRequest(target, reason, null, null));
    }
}
