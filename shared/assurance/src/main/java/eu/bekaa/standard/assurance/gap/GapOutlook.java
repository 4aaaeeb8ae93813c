package eu.bekaa.standard.assurance.gap;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import eu.bekaa.standard.assurance.evidence.EvidenceFinding;
import eu.bekaa.standard.assurance.evidence.EvidenceOnFile;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.assurance.soa.SoaService;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import jakarta.inject.Singleton;
import java.util.List;

/// What a gap analysis would say, without drafting it: the same derivation (contract §9).
@Singleton
public class GapOutlook {
    private final SoaService soa;
    private final EvidenceOnFile evidence;
    private final CatalogSubjects subjects;
    private final Ids ids;

    GapOutlook(SoaService soa, EvidenceOnFile evidence, CatalogSubjects subjects, Ids ids) {
        this.soa = soa;
        this.evidence = evidence;
        this.subjects = subjects;
        this.ids = ids;
    }

    /// One finding per item of the approved SoA, by the evidence that counts now; stored nowhere. Where nobody
    /// has looked for evidence yet, every finding says so.
    @ReadOnly
    public List<GapFinding> findings(Caller caller, Version.Approved approvedSoa) {
        var header = approvedSoa.header();
        var items = soa.all(caller, header.id());
        var about = subjects.load(
                caller,
                requireNonNull(header.sources().frameworkId()),
                requireNonNull(header.sources().scfVersionId()),
                items.stream().map(SoaItem::scfControlId));
        var found =
                evidence.findings(caller, header.id()).stream().collect(toMap(EvidenceFinding::soaItemId, identity()));
        return new GapDraft(header.id(), found, about, ids::next).findings(items);
    }
}
