package eu.bekaa.standard.assurance.agent.analyst;

import eu.bekaa.standard.assurance.agent.Agent;
import eu.bekaa.standard.assurance.agent.AgentSource;
import eu.bekaa.standard.assurance.agent.AgentSourceType;
import eu.bekaa.standard.assurance.agent.Analyst;
import eu.bekaa.standard.assurance.agent.Bench;
import eu.bekaa.standard.assurance.agent.Cite;
import eu.bekaa.standard.assurance.agent.Facts;
import eu.bekaa.standard.assurance.agent.Lines;
import eu.bekaa.standard.assurance.agent.Proposal;
import eu.bekaa.standard.assurance.agent.Tool;
import eu.bekaa.standard.assurance.evidence.EvidenceFinding;
import eu.bekaa.standard.assurance.evidence.EvidenceOnFile;
import eu.bekaa.standard.assurance.evidence.EvidenceSource;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.GapOutlook;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Version;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Derives a finding per item of the approved SoA from the evidence on file, by the table (contract §9).
@Singleton
class GapAnalyst implements Analyst {
    private final Basis basis;
    private final GapOutlook outlook;
    private final EvidenceOnFile evidence;

    GapAnalyst(Basis basis, GapOutlook outlook, EvidenceOnFile evidence) {
        this.basis = basis;
        this.outlook = outlook;
        this.evidence = evidence;
    }

    @Override
    public Agent agent() {
        return Agent.GAP_ANALYST;
    }

    @Override
    public Proposal propose(Bench bench) {
        var known = new ArrayList<AgentSource>();
        known.add(basis.assessment(bench));
        var soa = basis.approved(bench, ArtifactKind.SOA);
        soa.map(Basis::version).ifPresent(known::add);
        var findings =
                soa.map(version -> outlook.findings(bench.caller(), version)).orElse(List.of());
        var onFile = soa.map(version -> onFile(bench, version)).orElse(List.of());
        var passages = passages(bench, onFile);
        var tally = new Tally<>(findings);
        var byStatus = tally.by(GapFinding::assessmentStatus);
        var wrong = new ArrayList<String>();
        if (soa.isEmpty()) {
            wrong.add("There is no approved SoA, so nothing can be derived.");
        } else if (onFile.isEmpty()) {
            wrong.add("Nobody has looked for evidence on this SoA yet, so every item counts as not evidenced.");
        }
        bench.note("basis of the gap analysis", wrong);
        var limitations = new ArrayList<>(wrong);
        limitations.add("What is not evidenced is not thereby absent.");
        limitations.add("Statuses follow from the evidence on file; whether it is true was not tested.");
        limitations.add(Basis.PERSON);
        return new Proposal(
                Basis.count(findings.size(), "finding") + " proposed: " + Tally.words(byStatus) + ".",
                List.of("The applicability decided in the approved SoA holds."),
                limitations,
                Basis.cited(known, Stream.concat(passages, onFile.stream().map(GapAnalyst::source))),
                tally.confidence(GapFinding::confidenceScore),
                Facts.with("by_status", byStatus)
                        .and("findings", tally.listed(Lines::of))
                        .plain());
    }

    private List<EvidenceFinding> onFile(Bench bench, Version soa) {
        var found = evidence.findings(bench.caller(), soa.header().id());
        bench.use(
                Tool.KB_EVIDENCE_SEARCH,
                Map.of("soa_version_id", soa.header().id().toString()),
                () -> found.stream()
                        .map(finding -> finding.evidenceFindingId() + " " + finding.evidenceStrength())
                        .toList());
        return found;
    }

    /// The passages behind the evidence, word for word.
    private Stream<AgentSource> passages(Bench bench, List<EvidenceFinding> findings) {
        var ids = findings.stream().map(EvidenceFinding::evidenceFindingId).collect(Collectors.toSet());
        return evidence.sources(bench.caller(), ids).values().stream()
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(EvidenceSource::evidenceFindingId).thenComparingInt(EvidenceSource::rank))
                .map(Cite::passage);
    }

    private static AgentSource source(EvidenceFinding finding) {
        return AgentSource.of(
                AgentSourceType.EVIDENCE_FINDING,
                finding.evidenceFindingId(),
                "Evidence finding " + finding.ordinal() + " (" + finding.evidenceStrength() + ")");
    }
}
