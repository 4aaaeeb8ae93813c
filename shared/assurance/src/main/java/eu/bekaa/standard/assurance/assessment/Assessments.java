package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.catalog.ScfVersion;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Assessments as everything that happens within one sees them. Their row is also the lock of all that changes in
/// them.
@Singleton
public class Assessments {
    /// What only the ingestion of documents drives, which has found it to hold.
    private static final Set<Prerequisite> KNOWN_TO_DRIVERS =
            Set.of(Prerequisite.DOCUMENT_UPLOADED, Prerequisite.INGESTION_FINISHED);

    private final AssessmentRows rows;
    private final LifecycleEvents events;
    private final Prerequisites prerequisites;
    private final Mover mover;

    Assessments(AssessmentRows rows, LifecycleEvents events, Prerequisites prerequisites, Mover mover) {
        this.rows = rows;
        this.events = events;
        this.prerequisites = prerequisites;
        this.mover = mover;
    }

    /// @throws Refusal `ASSESSMENT_NOT_FOUND`, also for another tenant's and for a deleted one
    @ReadOnly
    public Assessment find(Caller caller, UUID id) {
        return rows.find(caller.org(), id).orElseThrow(Refusal.notFound(ErrorCode.ASSESSMENT_NOT_FOUND, id));
    }

    /// The assessment, locked until the transaction ends.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`; `CONFLICT` once it is closed, archived or cancelled
    @Transactional
    public Assessment open(Caller caller, UUID id) {
        var assessment = locked(caller, id);
        if (assessment.state().isClosed()) {
            throw new Refusal(ErrorCode.CONFLICT, "The assessment is " + assessment.state() + ".");
        }
        return assessment;
    }

    /// Its moves, oldest first.
    @ReadOnly
    public List<LifecycleEvent> events(Caller caller, UUID id) {
        find(caller, id);
        return events.all(caller.org(), id);
    }

    /// Moves the assessment along with the work in it, where the move is allowed, follows from work and its
    /// prerequisites hold; else nothing happens (STD-34).
    @Transactional
    public void drive(Caller caller, UUID id, AssessmentState target, String reason) {
        drive(caller, id, target, reason, null);
    }

    /// The same through a gate.
    /// @param approvalId the approval that opens it
    @Transactional
    public void drive(Caller caller, UUID id, AssessmentState target, String reason, @Nullable UUID approvalId) {
        follow(caller, id, target, reason, approvalId, LifecycleEventType::followsFromWork);
    }

    /// Moves the assessment back with a version that was sent back, where that is allowed.
    @Transactional
    public void sendBack(Caller caller, UUID id, AssessmentState target, String reason) {
        follow(caller, id, target, reason, null, event -> event != LifecycleEventType.ASSESSMENT_RESUMED);
    }

    private void follow(
            Caller caller,
            UUID id,
            AssessmentState target,
            String reason,
            @Nullable UUID approvalId,
            Predicate<LifecycleEventType> follows) {
        var assessment = locked(caller, id);
        var event = Lifecycle.event(assessment.state(), assessment.heldState(), target)
                .filter(follows);
        if (event.isEmpty()
                || !prerequisites
                        .missing(caller, assessment, target, KNOWN_TO_DRIVERS)
                        .isEmpty()
                || prerequisites
                        .shutGate(caller, assessment, target, approvalId)
                        .isPresent()) {
            return;
        }
        Map<String, Object> metadata =
                approvalId == null ? Map.of() : Map.of("approval_event_id", approvalId.toString());
        mover.move(caller, assessment, target, event.get(), reason, metadata, assessment.frameworkId());
    }

    /// Makes the assessment one against another SCF version. Only a rebase does so, which somebody asks for (STD-17).
    /// @param assessment as [#open] gave it
    @Transactional
    public void pin(Caller caller, Assessment assessment, ScfVersion to) {
        mover.pin(caller, assessment, to);
    }

    Assessment locked(Caller caller, UUID id) {
        return rows.locked(caller.org(), id).orElseThrow(Refusal.notFound(ErrorCode.ASSESSMENT_NOT_FOUND, id));
    }
}
