package eu.bekaa.standard.assurance.review;

import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Carries out what was decided about a version under review.
@Singleton
final class Verdicts {
    private final VersionRows versions;
    private final Approvals approvals;
    private final Assessments assessments;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    Verdicts(
            VersionRows versions,
            Approvals approvals,
            Assessments assessments,
            Audit audit,
            Events events,
            Clock clock) {
        this.versions = versions;
        this.approvals = approvals;
        this.assessments = assessments;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @param submitted locked by this transaction
    Version.Approved approve(
            Caller caller, Version.UnderReview submitted, @Nullable UUID approvalEventId, @Nullable String reason) {
        var asked = submitted.header();
        var older = versions.current(caller.org(), asked.assessmentId(), asked.kind(), asked.variant());
        var approval = approvals.approving(caller, submitted, approvalEventId);
        var approved = submitted
                .approve(caller.person(), approval)
                .over(older.orElse(null))
                .because(reason);
        var header = approved.header();
        older.ifPresent(
                current -> versions.supersede(caller.org(), current.header().id(), header.id()));
        versions.approve(
                caller.org(),
                header.id(),
                approved.approvedBy(),
                approved.approvedAt(),
                approved.approvalId(),
                header.supersedes(),
                header.metadata());
        audit.record(
                caller,
                header.event("approved")
                        .with("approval_id", approved.approvalId())
                        .with("reason", reason));
        tell(caller, approved);
        var why = header.title() + " was approved.";
        header.kind()
                .approved()
                .ifPresent(
                        state -> assessments.drive(caller, header.assessmentId(), state, why, approved.approvalId()));
        return approved;
    }

    /// Sends a version back, for the reason of the decision (STD-113). Its successor is opened by the feature.
    Version.Rejected reject(Caller caller, Version.UnderReview submitted, UUID approvalId, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var rejected = submitted.reject(caller.person(), now, reason, approvalId);
        var header = rejected.header();
        versions.reject(caller.org(), header.id(), rejected.rejectedBy(), rejected.rejectedAt(), approvalId, reason);
        audit.record(caller, header.event("rejected").with("approval_id", approvalId));
        return rejected;
    }

    private void tell(Caller caller, Version.Approved approved) {
        var header = approved.header();
        approvalOf(header.kind())
                .ifPresent(type -> events.raise(
                        caller,
                        type,
                        header.assessmentId(),
                        Map.of(
                                "version_id", header.id(),
                                "version_number", header.number(),
                                "approval_id", approved.approvalId(),
                                "approved_by", approved.approvedBy())));
    }

    /// A scope opens no gate, and its approval is nobody else's business.
    private static Optional<EventType> approvalOf(ArtifactKind kind) {
        return switch (kind) {
            case SCOPE -> Optional.empty();
            case SOA -> Optional.of(EventType.SOA_APPROVED);
            case GAP_ANALYSIS -> Optional.of(EventType.GAP_APPROVED);
            case MATURITY_ASSESSMENT -> Optional.of(EventType.MATURITY_APPROVED);
            case POAM -> Optional.of(EventType.POAM_APPROVED);
            case REPORT -> Optional.of(EventType.REPORT_APPROVED);
        };
    }
}
