package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.catalog.ScfVersion;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Moves an assessment: its row, exactly one event and one audit record, in one transaction (STD-33).
@Singleton
final class Mover {
    private final AssessmentRows rows;
    private final LifecycleEvents history;
    private final Audit audit;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    Mover(AssessmentRows rows, LifecycleEvents history, Audit audit, Events events, Ids ids, Clock clock) {
        this.rows = rows;
        this.history = history;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param assessment locked by this transaction
    LifecycleEvent move(
            Caller caller,
            Assessment assessment,
            AssessmentState to,
            LifecycleEventType type,
            String reason,
            Map<String, Object> metadata,
            @Nullable UUID framework) {
        var from = assessment.state();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.move(caller.org(), assessment.assessmentId(), to, held(assessment, to), framework, now);
        audit.record(
                caller,
                AuditEvent.of("assessment.state_changed", assessment.assessmentId())
                        .in(assessment.assessmentId())
                        .with("from", from)
                        .with("to", to)
                        .with("event_type", type));
        tell(caller, assessment, to);
        return history.save(new LifecycleEvent(
                ids.next(),
                caller.org(),
                assessment.assessmentId(),
                assessment.eventCount() + 1,
                from,
                to,
                type,
                person(caller.actor()),
                system(caller.actor()),
                reason,
                now,
                caller.traceId(),
                metadata));
    }

    private void tell(Caller caller, Assessment assessment, AssessmentState to) {
        var id = assessment.assessmentId();
        events.raise(
                caller,
                EventType.ASSESSMENT_STATE_CHANGED,
                id,
                Map.of(
                        "assessment", assessment.name(),
                        "from", assessment.state(),
                        "to", to,
                        "created_by", assessment.createdBy(),
                        "moved_by", caller.actor().id()));
        if (to == AssessmentState.CLOSED) {
            events.raise(caller, EventType.ASSESSMENT_CLOSED, id, Map.of("from", assessment.state()));
        }
    }

    /// Pins an assessment to another SCF version; its state stays what it is.
    /// @param assessment locked by this transaction
    void pin(Caller caller, Assessment assessment, ScfVersion to) {
        rows.pin(
                caller.org(),
                assessment.assessmentId(),
                to.scfVersionId(),
                to.versionLabel(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /// What an interruption interrupts: one that follows another still leads back to where the work stood.
    private static @Nullable AssessmentState held(Assessment assessment, AssessmentState to) {
        if (!to.isInterruption()) {
            return null;
        }
        return assessment.state().isInterruption() ? assessment.heldState() : assessment.state();
    }

    private static @Nullable UUID person(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.id();
            case Actor.Machine machine -> machine.id();
            case Actor.Worker worker -> null;
        };
    }

    private static @Nullable String system(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> null;
            case Actor.Machine machine -> null;
            case Actor.Worker worker -> worker.name();
        };
    }
}
