package eu.bekaa.standard.assurance.rebase;

import static java.util.Objects.requireNonNull;

import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.soa.OpenQuestions;
import eu.bekaa.standard.assurance.soa.SoaCarryOver;
import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.assurance.soa.SoaRevision;
import eu.bekaa.standard.assurance.soa.SoaService;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a rebase asks people to look at. People decide, never machines.
@Singleton
public class ReviewQueue {
    private final RebaseRows rows;
    private final RebaseService rebases;
    private final Entries entries;
    private final Assessments assessments;
    private final SoaService soa;
    private final SoaCarryOver carryOver;
    private final Audit audit;
    private final Clock clock;

    ReviewQueue(
            RebaseRows rows,
            RebaseService rebases,
            Entries entries,
            Assessments assessments,
            SoaService soa,
            SoaCarryOver carryOver,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.rebases = rebases;
        this.entries = entries;
        this.assessments = assessments;
        this.soa = soa;
        this.carryOver = carryOver;
        this.audit = audit;
        this.clock = clock;
    }

    /// Which entries are wanted; all where both are null.
    /// @param status of the review queue's entries
    public record Filter(@Nullable Fate fate, @Nullable EntryStatus status) {}

    /// @throws Refusal `REBASE_NOT_FOUND`
    @ReadOnly
    public Page<RebaseEntry> entries(Caller caller, UUID assessmentId, UUID rebaseId, Filter filter, PageRequest page) {
        rebases.find(caller, assessmentId, rebaseId);
        var found = rows.page(caller.org(), rebaseId, filter.fate(), filter.status(), page.after(), page.limit() + 1);
        var shown = Page.of(found, page.limit(), EntryRow::ordinal);
        return new Page<>(entries.shown(caller, shown.data()), shown.limit(), shown.nextCursor());
    }

    /// @throws Refusal `REBASE_NOT_FOUND`, `REBASE_ENTRY_NOT_FOUND`
    @ReadOnly
    public RebaseEntry entry(Caller caller, UUID assessmentId, UUID rebaseId, UUID entryId) {
        return shown(caller, rebases.find(caller, assessmentId, rebaseId), entryId);
    }

    /// Confirms that the old decision holds for the new text.
    /// @throws Refusal `REBASE_NOT_FOUND`, `REBASE_ENTRY_NOT_FOUND`; `CONFLICT` for an entry that asks for no
    ///         decision or has one; `FORBIDDEN` for machines; `SOA_VERSION_IMMUTABLE` once the draft is submitted
    @Transactional
    public RebaseEntry accept(Caller caller, UUID assessmentId, UUID rebaseId, UUID entryId, @Nullable String note) {
        var rebase = opened(caller, assessmentId, rebaseId);
        var entry = pending(caller, rebase, entryId);
        confirm(caller, rebase, List.of(entry), note);
        return shown(caller, rebase, entryId);
    }

    /// Confirms every entry that is asked about for no other reason than these.
    /// @return how many
    @Transactional
    public int acceptAll(Caller caller, UUID assessmentId, UUID rebaseId, Set<Change> changes, @Nullable String note) {
        var rebase = opened(caller, assessmentId, rebaseId);
        var words = changes.stream().map(Change::toString).toArray(String[]::new);
        var found = rows.pending(caller.org(), rebaseId, words);
        if (!found.isEmpty()) {
            confirm(caller, rebase, found, note);
        }
        return found.size();
    }

    /// Decides an item anew in the light of the new text.
    /// @throws Refusal also as [SoaService#revise]
    @Transactional
    public RebaseEntry edit(
            Caller caller,
            UUID assessmentId,
            UUID rebaseId,
            UUID entryId,
            SoaRevision revision,
            @Nullable String note) {
        var rebase = opened(caller, assessmentId, rebaseId);
        var entry = pending(caller, rebase, entryId);
        soa.revise(caller, requireNonNull(entry.afterItemId()), revision);
        decide(caller, rebase, List.of(entry), EntryDecision.EDITED, note);
        return shown(caller, rebase, entryId);
    }

    /// The rebase, with its assessment locked, so that no two people decide at once.
    private Rebase opened(Caller caller, UUID assessmentId, UUID rebaseId) {
        caller.person();
        var rebase = rebases.find(caller, assessmentId, rebaseId);
        assessments.open(caller, assessmentId);
        return rebase;
    }

    private EntryRow pending(Caller caller, Rebase rebase, UUID entryId) {
        var entry = rows.entry(caller.org(), rebase.rebaseId(), entryId)
                .orElseThrow(Refusal.notFound(ErrorCode.REBASE_ENTRY_NOT_FOUND, entryId));
        if (entry.fate() != Fate.REVIEW) {
            throw new Refusal(ErrorCode.CONFLICT, "This item was " + entry.fate() + "; it asks for no decision.");
        }
        if (entry.decision() != null) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This item has been decided: " + entry.decision() + ".",
                    List.of("decision: " + entry.decision()));
        }
        return entry;
    }

    /// An item whose old decision nobody had validated stays to be validated.
    private void confirm(Caller caller, Rebase rebase, List<EntryRow> found, @Nullable String note) {
        var before = carryOver.items(
                caller,
                found.stream()
                        .map(EntryRow::beforeItemId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        var confirmed = found.stream()
                .filter(row -> validated(before.get(row.beforeItemId())))
                .map(EntryRow::afterItemId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        carryOver.confirm(caller, requireNonNull(rebase.toSoaVersionId()), confirmed);
        decide(caller, rebase, found, EntryDecision.ACCEPTED, note);
    }

    private static boolean validated(@Nullable SoaItem item) {
        return item != null && !item.requiresUserValidation();
    }

    private void decide(
            Caller caller, Rebase rebase, List<EntryRow> found, EntryDecision decision, @Nullable String note) {
        rows.decide(
                caller.org(),
                found.stream().map(row -> row.rebaseEntryId().toString()).toArray(String[]::new),
                decision,
                caller.person().id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                note);
        audit.record(
                caller,
                AuditEvent.of("rebase.entries_decided", rebase.rebaseId())
                        .in(rebase.assessmentId())
                        .with("decision", decision)
                        .with("entries", found.size()));
    }

    private RebaseEntry shown(Caller caller, Rebase rebase, UUID entryId) {
        var entry = rows.entry(caller.org(), rebase.rebaseId(), entryId)
                .orElseThrow(Refusal.notFound(ErrorCode.REBASE_ENTRY_NOT_FOUND, entryId));
        return entries.shown(caller, List.of(entry)).getFirst();
    }

    /// Keeps a draft from review while its queue is not empty.
    @Singleton
    record Pending(RebaseRows rows) implements OpenQuestions {
        @Override
        public List<String> of(Caller caller, UUID soaVersionId) {
            int pending = rows.pendingIn(caller.org(), soaVersionId);
            return pending == 0
                    ? List.of()
                    : List.of(pending + " items carried over from an older SCF version wait for a decision.");
        }
    }
}
