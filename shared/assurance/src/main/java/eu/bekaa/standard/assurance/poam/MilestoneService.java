package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/// The milestones of an item: part of the plan, and so fixed with it.
@Singleton
public class MilestoneService {
    private final PoamMilestones milestones;
    private final PoamItems items;
    private final Reviews reviews;
    private final Audit audit;
    private final Ids ids;

    MilestoneService(PoamMilestones milestones, PoamItems items, Reviews reviews, Audit audit, Ids ids) {
        this.milestones = milestones;
        this.items = items;
        this.reviews = reviews;
        this.audit = audit;
        this.ids = ids;
    }

    /// In order.
    /// @throws Refusal `POAM_ITEM_NOT_FOUND`
    @ReadOnly
    public List<PoamMilestone> ofItem(Caller caller, UUID itemId) {
        return milestones.ofItem(caller.org(), item(caller, itemId).poamItemId());
    }

    /// @throws Refusal `POAM_MILESTONE_NOT_FOUND`, also for another tenant's
    @ReadOnly
    public PoamMilestone find(Caller caller, UUID milestoneId) {
        return milestones
                .find(caller.org(), milestoneId)
                .orElseThrow(Refusal.notFound(ErrorCode.POAM_MILESTONE_NOT_FOUND, milestoneId));
    }

    /// Adds a milestone after the last.
    /// @throws Refusal `POAM_ITEM_NOT_FOUND`; `POAM_IMMUTABLE` once submitted
    @Transactional
    public PoamMilestone add(Caller caller, UUID itemId, PoamMilestone.Text text) {
        var item = item(caller, itemId);
        var draft = reviews.draft(caller, ArtifactKind.POAM, item.poamVersionId());
        int next = milestones.ofItem(caller.org(), itemId).size() + 1;
        var milestone = milestones.save(PoamMilestone.of(ids.next(), item, next, text));
        audit.record(caller, event("added", milestone, draft.header().assessmentId()));
        return milestone;
    }

    /// @throws Refusal `POAM_MILESTONE_NOT_FOUND`, also for another tenant's; `POAM_IMMUTABLE` once submitted
    @Transactional
    public PoamMilestone revise(Caller caller, UUID milestoneId, PoamMilestone.Text text) {
        var milestone = find(caller, milestoneId);
        var item = item(caller, milestone.poamItemId());
        var draft = reviews.draft(caller, ArtifactKind.POAM, item.poamVersionId());
        var revised = milestones.update(milestone.revised(text));
        audit.record(caller, event("revised", revised, draft.header().assessmentId()));
        return revised;
    }

    private PoamItem item(Caller caller, UUID itemId) {
        return items.find(caller.org(), itemId).orElseThrow(Refusal.notFound(ErrorCode.POAM_ITEM_NOT_FOUND, itemId));
    }

    private static AuditEvent event(String verb, PoamMilestone milestone, UUID assessmentId) {
        return AuditEvent.of("poam_milestone." + verb, milestone.poamMilestoneId())
                .in(assessmentId)
                .with("milestone_code", milestone.milestoneCode());
    }
}
