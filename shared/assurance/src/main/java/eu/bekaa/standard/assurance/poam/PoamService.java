package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.gap.Severity;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.ContentHash;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Validation;
import eu.bekaa.standard.assurance.review.Version;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads, corrects, submits and approves plans of action (contract §11). [PoamDrafts] makes them.
@Singleton
public class PoamService {
    private static final ArtifactKind KIND = ArtifactKind.POAM;

    private final PoamItems items;
    private final PoamMilestones milestones;
    private final PoamDependencies dependencies;
    private final Reviews reviews;
    private final ContentHash hash;
    private final Audit audit;
    private final Clock clock;

    PoamService(
            PoamItems items,
            PoamMilestones milestones,
            PoamDependencies dependencies,
            Reviews reviews,
            ContentHash hash,
            Audit audit,
            Clock clock) {
        this.items = items;
        this.milestones = milestones;
        this.dependencies = dependencies;
        this.reviews = reviews;
        this.hash = hash;
        this.audit = audit;
        this.clock = clock;
    }

    /// Which items are wanted; absent, all of them.
    public record Filter(
            @Nullable Priority priority,
            @Nullable Severity severity,
            @Nullable ItemStatus status,
            @Nullable ActionType actionType,
            @Nullable String ownerRole,
            @Nullable Boolean requiresValidation) {}

    /// Every item of a version, in order.
    /// @throws Refusal `POAM_VERSION_NOT_FOUND`
    @ReadOnly
    public List<PoamItem> all(Caller caller, UUID versionId) {
        reviews.find(caller, KIND, versionId);
        return items.all(caller.org(), versionId);
    }

    /// Every milestone of a version, item by item.
    @ReadOnly
    public List<PoamMilestone> milestones(Caller caller, UUID versionId) {
        reviews.find(caller, KIND, versionId);
        return milestones.ofVersion(caller.org(), versionId);
    }

    /// @throws Refusal `POAM_VERSION_NOT_FOUND`
    @ReadOnly
    public Page<PoamItem> items(Caller caller, UUID versionId, Filter wanted, PageRequest page) {
        reviews.find(caller, KIND, versionId);
        var rows = items.page(
                caller.org(),
                versionId,
                wanted.priority(),
                wanted.severity(),
                wanted.status(),
                wanted.actionType(),
                wanted.ownerRole(),
                wanted.requiresValidation(),
                page.after(),
                page.limit() + 1);
        return Page.of(rows, page.limit(), PoamItem::ordinal);
    }

    /// @throws Refusal `POAM_VERSION_NOT_FOUND`
    @ReadOnly
    public PoamSummary summary(Caller caller, UUID versionId) {
        reviews.find(caller, KIND, versionId);
        return PoamSummary.of(items.tallies(caller.org(), versionId));
    }

    /// Whether the version could be submitted now.
    @ReadOnly
    public Validation validate(Caller caller, UUID versionId) {
        var all = all(caller, versionId);
        return Validation.of(PoamRules.blockers(all), PoamRules.warnings(all));
    }

    /// @throws Refusal `POAM_ITEM_NOT_FOUND`, also for another tenant's
    @ReadOnly
    public PoamItem item(Caller caller, UUID itemId) {
        return items.find(caller.org(), itemId).orElseThrow(Refusal.notFound(ErrorCode.POAM_ITEM_NOT_FOUND, itemId));
    }

    /// Which other items bear on an item.
    /// @throws Refusal `POAM_ITEM_NOT_FOUND`
    @ReadOnly
    public List<PoamDependency> dependencies(Caller caller, UUID itemId) {
        return dependencies.ofItem(caller.org(), item(caller, itemId).poamItemId());
    }

    /// @throws Refusal `POAM_ITEM_NOT_FOUND`, also for another tenant's item; `POAM_IMMUTABLE` once submitted (STD-97);
    ///         `VALIDATION_ERROR` for an accepted risk without an end in the future
    @Transactional
    public PoamItem revise(Caller caller, UUID itemId, PoamRevision revision) {
        var item = item(caller, itemId);
        var draft = reviews.draft(caller, KIND, item.poamVersionId());
        refusePast(revision.riskAcceptanceExpiresAt());
        var revised = items.update(item.revised(revision));
        audit.record(
                caller,
                AuditEvent.of("poam_item.revised", itemId)
                        .in(draft.header().assessmentId())
                        .with("action_type", revised.actionType())
                        .with("priority", revised.priority())
                        .with("status", revised.status()));
        return revised;
    }

    /// @param exceptionRationale kept beside the version for its reviewer; it lifts no blocker
    /// @throws Refusal `POAM_REVIEW_BLOCKED` with the blockers (STD-96)
    @Transactional
    public Version.UnderReview submit(Caller caller, UUID versionId, @Nullable String exceptionRationale) {
        var draft = reviews.draft(caller, KIND, versionId);
        var all = items.all(caller.org(), versionId);
        var excused = reviews.excused(caller, draft, exceptionRationale);
        return reviews.submit(caller, excused, PoamRules.blockers(all), hash.of(all));
    }

    /// Approves a plan, and with it the items still in draft.
    @Transactional
    public Version.Approved approve(
            Caller caller, UUID versionId, @Nullable UUID approvalEventId, @Nullable String reason) {
        var approved = reviews.approve(caller, KIND, versionId, approvalEventId, reason);
        items.approve(caller.org(), versionId);
        return approved;
    }

    private void refusePast(@Nullable LocalDate end) {
        if (end != null && !end.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw Refusal.invalid("risk_acceptance_expires_at", "A risk is accepted until a day to come.");
        }
    }
}
