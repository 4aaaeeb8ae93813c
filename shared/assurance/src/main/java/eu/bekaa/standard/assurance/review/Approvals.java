package eu.bekaa.standard.assurance.review;

import eu.bekaa.standard.assurance.assessment.Gate;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The decisions that people are asked for and have made. Deciding is [Decisions]' work.
@Singleton
public class Approvals {
    private final ApprovalRows approvals;
    private final Audit audit;
    private final Events events;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    Approvals(ApprovalRows approvals, Audit audit, Events events, Transactions transactions, Ids ids, Clock clock) {
        this.approvals = approvals;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws Refusal `APPROVAL_NOT_FOUND`, also for another tenant's
    @ReadOnly
    public Approval find(Caller caller, UUID id) {
        return approvals.find(caller.org(), id).orElseThrow(Refusal.notFound(ErrorCode.APPROVAL_NOT_FOUND, id));
    }

    /// Every approval of an assessment, oldest first.
    @ReadOnly
    public List<Approval> ofAssessment(Caller caller, UUID assessmentId) {
        return approvals.ofAssessment(caller.org(), assessmentId);
    }

    /// What waits for a decision, longest waiting first.
    @ReadOnly
    public List<Approval> pending(Caller caller, @Nullable Gate gate) {
        return approvals.pending(caller.org(), gate);
    }

    void request(Caller caller, Version.UnderReview submitted) {
        var header = submitted.header();
        var asked = approvals.save(new Approval(
                ids.next(),
                caller.org(),
                header.assessmentId(),
                header.kind().gate(),
                Approval.Target.ARTIFACT_VERSION,
                header.id(),
                header.number(),
                null,
                submitted.submittedBy(),
                null,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                caller.traceId()));
        events.raise(
                caller,
                EventType.APPROVAL_REQUESTED,
                header.assessmentId(),
                Map.of(
                        "approval_id", asked.approvalId(),
                        "title", header.title(),
                        "permission", asked.gate().permission(),
                        "gate", asked.gate(),
                        "artifact", header.kind(),
                        "version_id", header.id(),
                        "version_number", header.number(),
                        "requested_by", submitted.submittedBy(),
                        "created_by", header.createdBy()));
    }

    /// The approval by which the caller wants to approve a version.
    Approval approving(Caller caller, Version.UnderReview submitted, @Nullable UUID approvalId) {
        refuseOwnWork(caller, submitted);
        if (approvalId == null) {
            throw new Refusal(
                    ErrorCode.APPROVAL_EVENT_REQUIRED, "approval_event_id names the approval given for this version.");
        }
        return find(caller, approvalId);
    }

    /// Separation of duties (STD-111): the attempt is remembered although it fails, and administrators hear of it.
    void refuseOwnWork(Caller caller, Version.UnderReview submitted) {
        if (submitted.isWorkOf(caller.actor())) {
            transactions.writeAside(caller, () -> remembered(caller, submitted.header()));
            throw Version.UnderReview.ownWork();
        }
    }

    private UUID remembered(Caller caller, Header own) {
        audit.record(
                caller,
                AuditEvent.of("security.approval_sod_violation_attempt", own.id())
                        .in(own.assessmentId())
                        .with("artifact", own.kind())
                        .outcome(Outcome.BLOCKED));
        return events.raise(
                caller,
                EventType.SECURITY_ALERT,
                own.assessmentId(),
                Map.of(
                        "alert",
                        "approval_sod_violation_attempt",
                        "resource_id",
                        own.id(),
                        "details",
                        "Somebody tried to approve their own work: " + own.title() + "."));
    }
}
