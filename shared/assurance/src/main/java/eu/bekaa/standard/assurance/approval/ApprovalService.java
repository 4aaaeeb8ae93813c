package eu.bekaa.standard.assurance.approval;

import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.assessment.Gate;
import eu.bekaa.standard.assurance.review.Approval;
import eu.bekaa.standard.assurance.review.Approvals;
import eu.bekaa.standard.assurance.review.Decision;
import eu.bekaa.standard.assurance.review.Decisions;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Approves, rejects, and gives a rejected artifact back to its authors as a new draft (STD-113).
@Singleton
public class ApprovalService {
    private final Approvals approvals;
    private final Decisions decisions;
    private final Successors successors;
    private final Assessments assessments;

    ApprovalService(Approvals approvals, Decisions decisions, Successors successors, Assessments assessments) {
        this.approvals = approvals;
        this.decisions = decisions;
        this.successors = successors;
        this.assessments = assessments;
    }

    /// @throws Refusal `APPROVAL_NOT_FOUND`
    @ReadOnly
    public Approval find(Caller caller, UUID id) {
        return approvals.find(caller, id);
    }

    /// Every approval of an assessment, oldest first.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`
    @ReadOnly
    public List<Approval> ofAssessment(Caller caller, UUID assessmentId) {
        assessments.find(caller, assessmentId);
        return approvals.ofAssessment(caller, assessmentId);
    }

    /// What waits for a decision in the organization, longest waiting first.
    /// @throws Refusal `ORGANIZATION_NOT_FOUND` for any organization but the caller's own
    @ReadOnly
    public List<Approval> pending(Caller caller, UUID organizationId, @Nullable Gate gate) {
        if (!organizationId.equals(caller.org())) {
            throw Refusal.notFound(ErrorCode.ORGANIZATION_NOT_FOUND, organizationId)
                    .get();
        }
        return approvals.pending(caller, gate);
    }

    /// @throws Refusal as [Decisions#decide]
    @Transactional
    public Approval approve(Caller caller, UUID approvalId, @Nullable String actor, @Nullable String reason) {
        requireSelf(caller, actor);
        return follow(caller, decisions.decide(caller, approvalId, Decision.APPROVED, reason));
    }

    /// @throws Refusal as [Decisions#decide]; `VALIDATION_ERROR` without a reason
    @Transactional
    public Approval reject(Caller caller, UUID approvalId, @Nullable String actor, String reason) {
        requireSelf(caller, actor);
        return follow(caller, decisions.decide(caller, approvalId, Decision.REJECTED, reason));
    }

    /// Decides about a version, or signs off the state of an assessment.
    /// @throws Refusal as [Decisions#decideOn]; `VALIDATION_ERROR` for a sign-off that names another target
    @Transactional
    public Approval decide(Caller caller, UUID assessmentId, NewDecision wanted) {
        return switch (wanted.targetType()) {
            case ARTIFACT_VERSION ->
                follow(
                        caller,
                        decisions.decideOn(
                                caller,
                                assessmentId,
                                wanted.gate(),
                                wanted.targetId(),
                                wanted.decision(),
                                wanted.reason()));
            case ASSESSMENT_STATE -> {
                if (!wanted.targetId().equals(assessmentId)) {
                    throw Refusal.invalid("target_id", "A decision on an assessment's state names that assessment.");
                }
                yield decisions.signOff(caller, assessmentId, wanted.gate(), wanted.decision(), wanted.reason());
            }
        };
    }

    private Approval follow(Caller caller, Decisions.Taken taken) {
        taken.rejected().ifPresent(rejected -> giveBack(caller, rejected));
        return taken.approval();
    }

    private void giveBack(Caller caller, Version.Rejected rejected) {
        successors.open(caller, rejected);
        var header = rejected.header();
        header.kind()
                .drafted()
                .ifPresent(state -> assessments.sendBack(caller, header.assessmentId(), state, rejected.reason()));
    }

    /// Nobody decides in another's name.
    private static void requireSelf(Caller caller, @Nullable String actor) {
        if (actor != null && !actor.equals(caller.actor().id().toString())) {
            throw new Refusal(ErrorCode.FORBIDDEN, "actor is not the caller; everybody decides in their own name.");
        }
    }
}
