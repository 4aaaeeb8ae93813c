package eu.bekaa.standard.assurance.review;

import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.assessment.Gate;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes down what people decide, once each (STD-113). What a rejection means for the feature is for those above to
/// do.
@Singleton
public class Decisions {
    private final Approvals approvals;
    private final ApprovalRows rows;
    private final VersionRows versions;
    private final Reviews reviews;
    private final Verdicts verdicts;
    private final Assessments assessments;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Decisions(
            Approvals approvals,
            ApprovalRows rows,
            VersionRows versions,
            Reviews reviews,
            Verdicts verdicts,
            Assessments assessments,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.approvals = approvals;
        this.rows = rows;
        this.versions = versions;
        this.reviews = reviews;
        this.verdicts = verdicts;
        this.assessments = assessments;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// A decision as taken down.
    /// @param rejected the version that it sent back, if it did
    public record Taken(Approval approval, Optional<Version.Rejected> rejected) {}

    /// Decides a pending approval.
    /// @param reason why; required unless approving
    /// @throws Refusal `FORBIDDEN` for machines, for approvers of another gate and for the author's own approval
    ///         (STD-111, STD-112); `CONFLICT`, naming the decision, once decided
    @Transactional
    public Taken decide(Caller caller, UUID approvalId, Decision decision, @Nullable String reason) {
        var asked = approvals.find(caller, approvalId);
        var person = caller.person();
        caller.require(asked.gate().permission());
        if (asked.targetType() == Approval.Target.ASSESSMENT_STATE) {
            throw decided(asked);
        }
        var kind = versions.ofAnyKind(caller.org(), asked.targetId())
                .orElseThrow(Refusal.notFound(ErrorCode.ARTIFACT_VERSION_NOT_FOUND, asked.targetId()))
                .kind();
        var submitted = switch (reviews.locked(caller, kind, asked.targetId())) {
            case Version.UnderReview underReview -> underReview;
            case Version other -> throw decided(approvals.find(caller, approvalId));
        };
        if (decision == Decision.APPROVED) {
            approvals.refuseOwnWork(caller, submitted);
        }
        var why = reason(decision, reason);
        if (rows.decide(caller.org(), approvalId, decision, person.id(), why, now()) == 0) {
            throw decided(approvals.find(caller, approvalId));
        }
        var approval = approvals.find(caller, approvalId);
        record(caller, approval, decision);
        return new Taken(approval, sendBack(caller, submitted, approval));
    }

    /// Decides about a version without naming its approval.
    /// @throws Refusal also `CONFLICT` where the version waits for no decision or belongs to another gate
    @Transactional
    public Taken decideOn(
            Caller caller, UUID assessmentId, Gate gate, UUID versionId, Decision decision, @Nullable String reason) {
        assessments.find(caller, assessmentId);
        var version = versions.ofAnyKind(caller.org(), versionId)
                .filter(row -> row.assessmentId().equals(assessmentId))
                .orElseThrow(Refusal.notFound(ErrorCode.ARTIFACT_VERSION_NOT_FOUND, versionId));
        if (version.kind().gate() != gate) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This version belongs to the gate " + version.kind().gate() + ".");
        }
        var asked = rows.ofVersion(caller.org(), versionId)
                .orElseThrow(() -> new Refusal(ErrorCode.CONFLICT, "This version has not been submitted for review."));
        return decide(caller, asked.approvalId(), decision, reason);
    }

    /// Records a person's decision on the state of an assessment: a sign-off for the file, which opens no gate.
    @Transactional
    public Approval signOff(Caller caller, UUID assessmentId, Gate gate, Decision decision, @Nullable String reason) {
        var person = caller.person();
        caller.require(gate.permission());
        assessments.open(caller, assessmentId);
        var now = now();
        var approval = rows.save(new Approval(
                ids.next(),
                caller.org(),
                assessmentId,
                gate,
                Approval.Target.ASSESSMENT_STATE,
                assessmentId,
                null,
                decision,
                person.id(),
                person.id(),
                reason(decision, reason),
                now,
                now,
                caller.traceId()));
        record(caller, approval, decision);
        return approval;
    }

    private Optional<Version.Rejected> sendBack(Caller caller, Version.UnderReview submitted, Approval approval) {
        var decision = approval.decision();
        var reason = approval.reason();
        return decision == Decision.APPROVED || reason == null
                ? Optional.empty()
                : Optional.of(verdicts.reject(caller, submitted, approval.approvalId(), reason));
    }

    private void record(Caller caller, Approval approval, Decision decision) {
        audit.record(
                caller,
                AuditEvent.of("approval.decided", approval.approvalId())
                        .in(approval.assessmentId())
                        .with("gate", approval.gate())
                        .with("target_id", approval.targetId())
                        .with("decision", decision));
    }

    private static @Nullable String reason(Decision decision, @Nullable String reason) {
        if (decision != Decision.APPROVED && (reason == null || reason.isBlank())) {
            throw Refusal.invalid("reason", "Whoever sends a version back says why.");
        }
        return reason;
    }

    private static Refusal decided(Approval approval) {
        return new Refusal(
                ErrorCode.CONFLICT,
                "This approval has been decided: " + approval.decision() + ".",
                List.of("decision: " + approval.decision()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
