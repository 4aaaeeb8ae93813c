package eu.bekaa.standard.assurance.assessment;

import static java.util.Objects.requireNonNullElse;

import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Begins, lists, renames and removes assessments. [Transitions] moves them.
@Singleton
public class AssessmentService {
    private final AssessmentRows rows;
    private final Assessments assessments;
    private final Catalog catalog;
    private final Audit audit;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    AssessmentService(
            AssessmentRows rows,
            Assessments assessments,
            Catalog catalog,
            Audit audit,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.assessments = assessments;
        this.catalog = catalog;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// Begins an assessment against one SCF version, which stays its own whatever is imported later (STD-17).
    /// @throws Refusal `TENANT_MISMATCH` for another organization's id (STD-3); `SCF_VERSION_NOT_FOUND`
    @Transactional
    public AssessmentView create(Caller caller, NewAssessment wanted) {
        if (wanted.organizationId() != null && !wanted.organizationId().equals(caller.org())) {
            throw new Refusal(ErrorCode.TENANT_MISMATCH, "organization_id is not the organization of this request.");
        }
        checkPeriod(wanted.observationStartDate(), wanted.observationEndDate());
        var version = catalog.version(caller, wanted.scfVersionId());
        var now = now();
        var assessment = rows.save(new Assessment(
                ids.next(),
                0,
                caller.org(),
                wanted.name().strip(),
                AssessmentState.DRAFT,
                null,
                version.scfVersionId(),
                version.versionLabel(),
                0,
                null,
                requireNonNullElse(wanted.documentCount(), 0),
                wanted.observationStartDate(),
                wanted.observationEndDate(),
                null,
                1,
                null,
                version.isSynthetic(),
                caller.actor().id(),
                now,
                now,
                null));
        record(caller, "assessment.created", assessment.assessmentId());
        events.raise(
                caller,
                EventType.ASSESSMENT_CREATED,
                assessment.assessmentId(),
                Map.of("scf_version_id", version.scfVersionId(), "state", assessment.state()));
        return AssessmentView.of(assessment);
    }

    /// @throws Refusal `ASSESSMENT_NOT_FOUND`
    @ReadOnly
    public AssessmentView find(Caller caller, UUID id) {
        return AssessmentView.of(assessments.find(caller, id));
    }

    /// The newest first.
    /// @param state only those that stand there; all when null
    @ReadOnly
    public Page<AssessmentView> page(Caller caller, @Nullable AssessmentState state, PageRequest page) {
        var found = rows.page(caller.org(), state, before(page), page.limit() + 1);
        return Page.of(found, page.limit(), Assessment::assessmentId).map(AssessmentView::of);
    }

    /// @throws Refusal `ASSESSMENT_NOT_FOUND`; `CONFLICT` once it is closed, archived or cancelled, and when it was
    ///         changed meanwhile
    @Transactional
    public AssessmentView revise(Caller caller, UUID id, AssessmentRevision revision) {
        var seen = assessments.find(caller, id);
        var assessment = assessments.open(caller, id);
        if (assessment.rowVersion() != seen.rowVersion()) {
            throw new Refusal(ErrorCode.CONFLICT, "The assessment was changed meanwhile; read it again.");
        }
        var name = revision.name() == null ? assessment.name() : revision.name().strip();
        var start = revision.observationStartDate() == null
                ? assessment.observationStartDate()
                : revision.observationStartDate();
        var end =
                revision.observationEndDate() == null ? assessment.observationEndDate() : revision.observationEndDate();
        checkPeriod(start, end);
        rows.revise(caller.org(), id, name, start, end, now());
        record(caller, "assessment.updated", id);
        return find(caller, id);
    }

    /// Takes an assessment out of sight; its audit and lifecycle records stay (STD-37).
    /// @throws Refusal `CONFLICT` for a closed or archived assessment, which is evidence
    @Transactional
    public void delete(Caller caller, UUID id) {
        var assessment = assessments.locked(caller, id);
        if (assessment.state() == AssessmentState.CLOSED || assessment.state() == AssessmentState.ARCHIVED) {
            throw new Refusal(ErrorCode.CONFLICT, "An assessment that is " + assessment.state() + " is kept.");
        }
        rows.delete(caller.org(), id, now());
        record(caller, "assessment.deleted", id);
    }

    private void record(Caller caller, String action, UUID id) {
        audit.record(caller, AuditEvent.of(action, id).in(id));
    }

    private static void checkPeriod(@Nullable LocalDate start, @Nullable LocalDate end) {
        if (start != null && end != null && end.isBefore(start)) {
            throw Refusal.invalid("observation_end_date", "The period observed ends before it begins.");
        }
    }

    private static @Nullable UUID before(PageRequest page) {
        if (page.key() == null) {
            return null;
        }
        try {
            return UUID.fromString(page.key());
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.invalid("cursor", "cursor is not one that an earlier answer gave.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
