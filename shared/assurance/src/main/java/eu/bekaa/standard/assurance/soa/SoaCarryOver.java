package eu.bekaa.standard.assurance.soa;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Gives an SoA for one SCF version what an SoA for another says.
@Singleton
public class SoaCarryOver {
    private final SoaItems items;
    private final Reviews reviews;
    private final Assessments assessments;
    private final Catalog catalog;
    private final Audit audit;
    private final Ids ids;

    SoaCarryOver(SoaItems items, Reviews reviews, Assessments assessments, Catalog catalog, Audit audit, Ids ids) {
        this.items = items;
        this.reviews = reviews;
        this.assessments = assessments;
        this.catalog = catalog;
        this.audit = audit;
        this.ids = ids;
    }

    /// The items that a version drafted from the catalog alone would have (STD-60, STD-61). Nothing is kept.
    @ReadOnly
    public List<SoaItem> drafted(Caller caller, UUID versionId, UUID frameworkId, UUID scfVersionId) {
        return new SoaDrafting(caller.org(), versionId, frameworkId, scfVersionId, ids::next)
                .items(catalog.requirements(caller, scfVersionId, frameworkId));
    }

    /// Keeps the items of a draft that has none yet, and moves the life cycle along.
    @Transactional
    public void fill(Caller caller, Version.Draft draft, List<SoaItem> carried) {
        items.saveAll(carried);
        reviews.annotate(caller, draft, SoaDrafting.counts(carried));
        assessments.drive(
                caller,
                draft.header().assessmentId(),
                AssessmentState.SOA_DRAFTED,
                draft.header().title() + " was carried over to another SCF version.");
    }

    /// The named items, of whatever version; unknown ids are left out.
    @ReadOnly
    public Map<UUID, SoaItem> items(Caller caller, Set<UUID> itemIds) {
        return items.some(caller.org(), itemIds.stream().map(UUID::toString).toList()).stream()
                .collect(toMap(SoaItem::soaItemId, identity()));
    }

    /// Takes down that a person has looked at items and lets stand what they say.
    /// @throws Refusal `FORBIDDEN` for machines; `SOA_VERSION_NOT_FOUND`, `SOA_VERSION_IMMUTABLE` once submitted
    @Transactional
    public void confirm(Caller caller, UUID versionId, Set<UUID> itemIds) {
        caller.person();
        var draft = reviews.draft(caller, ArtifactKind.SOA, versionId);
        items.updateAll(items(caller, itemIds).values().stream()
                .filter(item -> item.soaVersionId().equals(versionId))
                .map(SoaItem::confirmed)
                .toList());
        audit.record(
                caller,
                AuditEvent.of("soa.items_confirmed", versionId)
                        .in(draft.header().assessmentId())
                        .with("items", itemIds.size()));
    }
}
