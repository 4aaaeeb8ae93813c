package eu.bekaa.standard.assurance.scope;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.ContentHash;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Sources;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says what an assessment looks at, version by version (contract §8).
@Singleton
public class ScopeService {
    private static final ArtifactKind KIND = ArtifactKind.SCOPE;

    private final ScopeRows rows;
    private final Reviews reviews;
    private final Assessments assessments;
    private final ContentHash hash;
    private final Audit audit;
    private final Clock clock;

    ScopeService(ScopeRows rows, Reviews reviews, Assessments assessments, ContentHash hash, Audit audit, Clock clock) {
        this.rows = rows;
        this.reviews = reviews;
        this.assessments = assessments;
        this.hash = hash;
        this.audit = audit;
        this.clock = clock;
    }

    /// A scope as saved.
    /// @param opened whether it is a new version, and not the draft that was there
    public record Saved(Scope scope, boolean opened) {}

    /// Writes down the scope: into the newest version while that is a draft, else into a new one.
    @Transactional
    public Saved save(Caller caller, UUID assessmentId, ScopeFields fields) {
        var complete = complete(fields);
        assessments.open(caller, assessmentId);
        var versions = reviews.list(caller, assessmentId, KIND);
        if (!versions.isEmpty() && versions.getLast() instanceof Version.Draft draft) {
            return new Saved(write(caller, draft, row(caller, draft.header().id()), complete), false);
        }
        var draft = reviews.open(caller, assessmentId, KIND, Sources.NONE, Map.of());
        return new Saved(begin(caller, draft, complete), true);
    }

    /// Changes some fields of a draft.
    /// @throws Refusal `SCOPE_NOT_FOUND`, `SCOPE_IMMUTABLE`; `CONFLICT` when somebody else changed it meanwhile
    @Transactional
    public Scope revise(Caller caller, UUID scopeId, ScopeFields change) {
        var row = row(caller, scopeId);
        var draft = reviews.draft(caller, KIND, scopeId);
        return write(caller, draft, row, complete(change.over(row.fields())));
    }

    /// The scope that counts now: the newest version that was not sent back.
    /// @throws Refusal `SCOPE_NOT_FOUND` before the first
    @ReadOnly
    public Scope current(Caller caller, UUID assessmentId) {
        return newest(caller, assessmentId)
                .map(version -> scope(caller, version))
                .orElseThrow(() -> new Refusal(ErrorCode.SCOPE_NOT_FOUND, "This assessment has no scope yet."));
    }

    /// The scope that an SoA is drafted within: the approved one, else the newest that was not sent back.
    @ReadOnly
    public Optional<UUID> within(Caller caller, UUID assessmentId) {
        return reviews.approved(caller, assessmentId, KIND)
                .map(Version.class::cast)
                .or(() -> newest(caller, assessmentId))
                .map(version -> version.header().id());
    }

    /// Every version, oldest first.
    @ReadOnly
    public List<Scope> all(Caller caller, UUID assessmentId) {
        var versions = reviews.list(caller, assessmentId, KIND);
        var byId = rows.ofAssessment(caller.org(), assessmentId).stream()
                .collect(Collectors.toMap(ScopeRow::scopeId, Function.identity()));
        return versions.stream()
                .flatMap(
                        version -> Optional.ofNullable(byId.get(version.header().id())).stream()
                                .map(row -> Scope.of(version, row)))
                .toList();
    }

    /// @throws Refusal `SCOPE_NOT_FOUND`, also for another tenant's
    @ReadOnly
    public Scope find(Caller caller, UUID scopeId) {
        return scope(caller, reviews.find(caller, KIND, scopeId));
    }

    /// @throws Refusal `SCOPE_NOT_FOUND`, `SCOPE_IMMUTABLE` once submitted
    @Transactional
    public Scope submit(Caller caller, UUID scopeId) {
        var draft = reviews.draft(caller, KIND, scopeId);
        var row = row(caller, scopeId);
        return Scope.of(reviews.submit(caller, draft, List.of(), hash.of(List.of(row.fields()))), row);
    }

    /// @throws Refusal as [Reviews#approve]
    @Transactional
    public Scope approve(Caller caller, UUID scopeId, @Nullable UUID approvalEventId, @Nullable String reason) {
        return scope(caller, reviews.approve(caller, KIND, scopeId, approvalEventId, reason));
    }

    /// Opens the draft that follows a rejected version, with the same fields (STD-113).
    @Transactional
    public Version.Draft reopen(Caller caller, Version.Rejected rejected) {
        var fields = row(caller, rejected.header().id()).fields();
        var draft = reviews.reopen(caller, rejected);
        rows.save(new ScopeRow(draft.header().id(), 0, caller.org(), fields, now()));
        return draft;
    }

    private Scope begin(Caller caller, Version.Draft draft, ScopeFields fields) {
        var header = draft.header();
        var row = rows.save(new ScopeRow(header.id(), 0, caller.org(), fields, now()));
        assessments.drive(
                caller,
                header.assessmentId(),
                AssessmentState.SCOPE_DRAFTED,
                "Version " + header.number() + " of the scope was drafted.");
        return Scope.of(draft, row);
    }

    private Scope write(Caller caller, Version.Draft draft, ScopeRow seen, ScopeFields fields) {
        var header = draft.header();
        var row = rows.update(seen.saying(fields, now()));
        audit.record(caller, AuditEvent.of("scope.revised", header.id()).in(header.assessmentId()));
        return Scope.of(draft, row);
    }

    private Optional<Version> newest(Caller caller, UUID assessmentId) {
        return reviews.list(caller, assessmentId, KIND).reversed().stream()
                .filter(version -> switch (version) {
                    case Version.Draft draft -> true;
                    case Version.UnderReview underReview -> true;
                    case Version.Approved approved -> true;
                    case Version.Rejected rejected -> false;
                    case Version.Superseded superseded -> false;
                    case Version.Archived archived -> false;
                })
                .findFirst();
    }

    private Scope scope(Caller caller, Version version) {
        return Scope.of(version, row(caller, version.header().id()));
    }

    private ScopeRow row(Caller caller, UUID scopeId) {
        return rows.find(caller.org(), scopeId).orElseThrow(Refusal.notFound(ErrorCode.SCOPE_NOT_FOUND, scopeId));
    }

    private static ScopeFields complete(ScopeFields fields) {
        var missing = new ArrayList<Refusal.Detail>();
        if (fields.title() == null || fields.title().isBlank()) {
            missing.add(new Refusal.Detail("title", "A scope has a title."));
        }
        if (fields.description() == null || fields.description().isBlank()) {
            missing.add(new Refusal.Detail("description", "A scope has a description."));
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
        return fields;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
