package eu.bekaa.standard.assurance.maturity;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import eu.bekaa.standard.assurance.evidence.EvidenceFinding;
import eu.bekaa.standard.assurance.evidence.EvidenceOnFile;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.GapService;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.Domain;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/// What a maturity assessment would say, without drafting it: the same table (contract §10).
@Singleton
public class MaturityOutlook {
    private final GapService gaps;
    private final EvidenceOnFile evidence;
    private final Catalog catalog;
    private final Ids ids;

    MaturityOutlook(GapService gaps, EvidenceOnFile evidence, Catalog catalog, Ids ids) {
        this.gaps = gaps;
        this.evidence = evidence;
        this.catalog = catalog;
        this.ids = ids;
    }

    /// One score per control with findings, in the catalog's order; stored nowhere.
    @ReadOnly
    public List<MaturityScore> scores(Caller caller, Version.Approved approvedGap) {
        var header = approvedGap.header();
        var scf = requireNonNull(header.sources().scfVersionId());
        var domains = catalog.domains(caller, scf).stream().collect(toMap(Domain::id, Domain::domainCode));
        var findings = gaps.all(caller, header.id());
        var cited = findings.stream()
                .map(GapFinding::evidenceFindingId)
                .filter(Objects::nonNull)
                .collect(toSet());
        var found = evidence.findings(caller, cited).stream()
                .collect(toMap(EvidenceFinding::evidenceFindingId, identity()));
        return new MaturityDraft(header.id(), found, domains, ids::next)
                .scores(findings, catalog.controls(caller, scf));
    }
}
