package eu.bekaa.standard.assurance.review;

import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The versions of everything that is reviewed. Features call it; it calls none of them back.
@Singleton
public class Reviews {
    /// Where a version's metadata keep why it was submitted although something was missing.
    private static final String EXCEPTION = "exception_rationale";

    private final VersionRows versions;
    private final Approvals approvals;
    private final Assessments assessments;
    private final Audit audit;
    private final Verdicts verdicts;
    private final Ids ids;
    private final Clock clock;

    Reviews(
            VersionRows versions,
            Approvals approvals,
            Assessments assessments,
            Audit audit,
            Verdicts verdicts,
            Ids ids,
            Clock clock) {
        this.versions = versions;
        this.approvals = approvals;
        this.assessments = assessments;
        this.audit = audit;
        this.verdicts = verdicts;
        this.ids = ids;
        this.clock = clock;
    }

    /// A new draft with the next number (STD-65).
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`; `CONFLICT` once the assessment is closed
    @Transactional
    public Version.Draft open(
            Caller caller, UUID assessmentId, ArtifactKind kind, Sources sources, Map<String, Object> metadata) {
        return begin(caller, assessmentId, kind, sources, metadata, null);
    }

    /// The draft that replaces a rejected version (STD-113): the same sources and metadata, no items yet.
    @Transactional
    public Version.Draft reopen(Caller caller, Version.Rejected rejected) {
        var old = rejected.header();
        var draft = begin(caller, old.assessmentId(), old.kind(), old.sources(), old.metadata(), old.id());
        versions.replace(caller.org(), old.id(), draft.header().id());
        return draft;
    }

    private Version.Draft begin(
            Caller caller,
            UUID assessmentId,
            ArtifactKind kind,
            Sources sources,
            Map<String, Object> metadata,
            @Nullable UUID supersedes) {
        assessments.open(caller, assessmentId);
        var header = new Header(
                ids.next(),
                caller.org(),
                assessmentId,
                kind,
                versions.nextNumber(caller.org(), assessmentId, kind),
                caller.actor().id(),
                now(),
                sources,
                metadata,
                supersedes,
                null,
                caller.traceId());
        var draft = new Version.Draft(header);
        versions.save(VersionRow.of(draft));
        audit.record(caller, header.event("drafted"));
        return draft;
    }

    /// The draft, locked until the transaction ends. Approved work is evidence: it is corrected by a new draft,
    /// never by an edit.
    /// @throws Refusal the kind's `*_NOT_FOUND`, `*_IMMUTABLE`; `CONFLICT` once the assessment is closed
    @Transactional
    public Version.Draft draft(Caller caller, ArtifactKind kind, UUID id) {
        return switch (locked(caller, kind, id)) {
            case Version.Draft draft -> draft;
            case Version closed -> throw immutable(closed);
        };
    }

    /// Adds to a draft's metadata; a key that is there already takes the new value.
    @Transactional
    public Version.Draft annotate(Caller caller, Version.Draft draft, Map<String, Object> more) {
        var all = new LinkedHashMap<>(draft.header().metadata());
        all.putAll(more);
        versions.annotate(caller.org(), draft.header().id(), all);
        return new Version.Draft(draft.header().annotated(all));
    }

    /// The draft, with the reason why it is submitted although something is missing kept beside it.
    @Transactional
    public Version.Draft excused(Caller caller, Version.Draft draft, @Nullable String exceptionRationale) {
        return exceptionRationale == null ? draft : annotate(caller, draft, Map.of(EXCEPTION, exceptionRationale));
    }

    /// @throws Refusal the kind's `*_NOT_FOUND`, also for another tenant's version
    @ReadOnly
    public Version find(Caller caller, ArtifactKind kind, UUID id) {
        return versions.find(caller.org(), kind, id)
                .orElseThrow(Refusal.notFound(kind.notFound(), id))
                .version();
    }

    /// Every version of the kind, oldest first.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`
    @ReadOnly
    public List<Version> list(Caller caller, UUID assessmentId, ArtifactKind kind) {
        return known(caller, assessmentId, versions.ofKind(caller.org(), assessmentId, kind));
    }

    /// Every version of every kind, by kind and number.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`
    @ReadOnly
    public List<Version> all(Caller caller, UUID assessmentId) {
        return known(caller, assessmentId, versions.all(caller.org(), assessmentId));
    }

    /// Where there are versions there is an assessment; only where there are none it has to be asked for.
    private List<Version> known(Caller caller, UUID assessmentId, List<VersionRow> rows) {
        if (rows.isEmpty()) {
            assessments.find(caller, assessmentId);
        }
        return rows.stream().map(VersionRow::version).toList();
    }

    /// A version of whatever kind.
    @ReadOnly
    public Optional<Version> ofAnyKind(Caller caller, UUID id) {
        return versions.ofAnyKind(caller.org(), id).map(VersionRow::version);
    }

    /// The approved version that counts now.
    /// @throws IllegalArgumentException for a report, which is one artifact of each type
    @ReadOnly
    public Optional<Version.Approved> approved(Caller caller, UUID assessmentId, ArtifactKind kind) {
        if (kind == ArtifactKind.REPORT) {
            throw new IllegalArgumentException("Which type of report?");
        }
        return versions.current(caller.org(), assessmentId, kind, null);
    }

    /// Whatever counts now of an assessment, by kind; reports are left out.
    @ReadOnly
    public Map<ArtifactKind, Version.Approved> approved(Caller caller, UUID assessmentId) {
        return versions.approved(caller.org(), assessmentId).stream()
                .map(VersionRow::version)
                .map(Version.Approved.class::cast)
                .collect(Collectors.toMap(version -> version.header().kind(), Function.identity()));
    }

    /// The approved report of a type that counts now.
    @ReadOnly
    public Optional<Version.Approved> approvedReport(Caller caller, UUID assessmentId, String reportType) {
        return versions.current(caller.org(), assessmentId, ArtifactKind.REPORT, reportType);
    }

    /// Hands a draft over for review: opens the one approval bound to it (STD-110) and moves the life cycle along.
    /// @param blockers    what the feature's rules found against it
    /// @param contentHash SHA-256 over the items, 64 hex digits
    /// @throws Refusal the kind's `*_REVIEW_BLOCKED`, listing the blockers
    @Transactional
    public Version.UnderReview submit(Caller caller, Version.Draft draft, List<String> blockers, String contentHash) {
        var submitted = draft.submit(caller.actor(), now(), blockers, contentHash);
        var header = submitted.header();
        versions.submit(caller.org(), header.id(), submitted.submittedBy(), submitted.submittedAt(), contentHash);
        approvals.request(caller, submitted);
        audit.record(caller, header.event("submitted_for_review"));
        header.kind()
                .underReview()
                .ifPresent(state -> assessments.drive(
                        caller, header.assessmentId(), state, header.title() + " was submitted for review."));
        return submitted;
    }

    /// Takes a draft out of work that another one replaces. It can be read for ever and changed no more.
    /// @param draft of an assessment that this transaction has locked
    @Transactional
    public void archive(Caller caller, Version.Draft draft) {
        versions.archive(caller.org(), draft.header().id());
        audit.record(caller, draft.header().event("archived"));
    }

    /// Makes a version count, by the approval that the calling person gave for it (STD-64). Older ones are superseded.
    /// @param reason why, kept beside the version
    /// @throws Refusal `APPROVAL_EVENT_REQUIRED` without an approval; `*_APPROVAL_BLOCKED` for a draft or where a
    ///         newer version is approved; `*_IMMUTABLE` once decided; `APPROVAL_REQUIRED`, `CONFLICT`, `FORBIDDEN`
    ///         where the approval is not this person's for this version
    @Transactional
    public Version.Approved approve(
            Caller caller, ArtifactKind kind, UUID id, @Nullable UUID approvalEventId, @Nullable String reason) {
        return switch (locked(caller, kind, id)) {
            case Version.UnderReview submitted -> verdicts.approve(caller, submitted, approvalEventId, reason);
            case Version.Draft draft ->
                throw new Refusal(kind.approvalBlocked(), "It has not been submitted for review.");
            case Version decided -> throw immutable(decided);
        };
    }

    Version locked(Caller caller, ArtifactKind kind, UUID id) {
        return versions.locked(caller.org(), kind, id).map(VersionRow::version).orElseThrow(() -> {
            var closed = find(caller, kind, id);
            return new Refusal(
                    ErrorCode.CONFLICT, "The assessment of " + closed.header().title() + " is no longer open.");
        });
    }

    private static Refusal immutable(Version closed) {
        return new Refusal(
                closed.header().kind().immutable(),
                closed.header().title() + " is " + closed.status() + ", no longer a draft.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
