package eu.bekaa.standard.assurance.agent.analyst;

import eu.bekaa.standard.assurance.agent.Agent;
import eu.bekaa.standard.assurance.agent.AgentSource;
import eu.bekaa.standard.assurance.agent.Analyst;
import eu.bekaa.standard.assurance.agent.Bench;
import eu.bekaa.standard.assurance.agent.Cite;
import eu.bekaa.standard.assurance.agent.Facts;
import eu.bekaa.standard.assurance.agent.Proposal;
import eu.bekaa.standard.assurance.agent.Tool;
import eu.bekaa.standard.assurance.evidence.EvidenceOutlook;
import eu.bekaa.standard.assurance.evidence.EvidenceOutlook.Candidate;
import eu.bekaa.standard.assurance.evidence.EvidenceStrength;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.soa.SoaService;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Searches the documents for every item of the newest SoA and classifies what it finds by the table (contract §9).
@Singleton
class EvidenceAnalyst implements Analyst {
    private static final int TOP = 5;

    private final Basis basis;
    private final SoaService soa;
    private final EvidenceOutlook outlook;

    EvidenceAnalyst(Basis basis, SoaService soa, EvidenceOutlook outlook) {
        this.basis = basis;
        this.soa = soa;
        this.outlook = outlook;
    }

    @Override
    public Agent agent() {
        return Agent.EVIDENCE_ANALYST;
    }

    @Override
    public Proposal propose(Bench bench) {
        var known = new ArrayList<AgentSource>();
        known.add(basis.assessment(bench));
        Optional<Version> version = basis.newest(bench, ArtifactKind.SOA);
        version.map(Basis::version).ifPresent(known::add);
        var candidates = version.map(found -> candidates(bench, found)).orElse(List.of());
        var tally = new Tally<>(candidates);
        var byStrength = tally.by(Candidate::strength);
        var absent = candidates.stream()
                .filter(candidate -> candidate.strength() == EvidenceStrength.ABSENT)
                .map(candidate -> candidate.item().requirementCode() + ": nothing was found.")
                .limit(Basis.LISTED)
                .toList();
        bench.note("evidence of the SoA", absent);
        var limitations = new ArrayList<String>();
        if (version.isEmpty()) {
            limitations.add("There is no SoA yet, so there was nothing to look for.");
        }
        limitations.add("Passages were found by search and are candidates until a person confirms them.");
        limitations.add("Absence of evidence is a limit of the documents; it does not show that nothing is done.");
        limitations.add(Basis.PERSON);
        return new Proposal(
                "Evidence was looked for on " + Basis.count(candidates.size(), "SoA item") + ": "
                        + Tally.words(byStrength) + ".",
                List.of("The documents uploaded are those in force in the period observed."),
                limitations,
                Basis.cited(
                        known,
                        candidates.stream()
                                .flatMap(candidate -> candidate.hits().stream())
                                .map(Cite::passage)),
                tally.confidence(Candidate::confidence),
                Facts.with("by_strength", byStrength)
                        .and("items", tally.listed(line()))
                        .plain());
    }

    private List<Candidate> candidates(Bench bench, Version version) {
        var items = soa.all(bench.caller(), version.header().id());
        var found = new ArrayList<Candidate>();
        bench.use(
                Tool.KB_EVIDENCE_SEARCH,
                Map.of("soa_version_id", version.header().id().toString(), "top_k", TOP),
                () -> {
                    found.addAll(outlook.candidates(bench.caller(), bench.run().assessmentId(), items, TOP));
                    return found.stream().map(line()).toList();
                });
        return found;
    }

    private static Function<Candidate, Map<String, Object>> line() {
        return candidate -> Facts.with("soa_item_id", candidate.item().soaItemId())
                .and("requirement_code", candidate.item().requirementCode())
                .and("control_code", candidate.item().controlCode())
                .and("evidence_strength", candidate.strength())
                .and("evidence_status", candidate.status())
                .and("confidence_score", candidate.confidence())
                .and(
                        "chunk_ids",
                        candidate.hits().stream()
                                .map(hit -> hit.chunkId().toString())
                                .toList())
                .plain();
    }
}
