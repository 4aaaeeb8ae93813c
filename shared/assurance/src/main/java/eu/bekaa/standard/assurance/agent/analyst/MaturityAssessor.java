package eu.bekaa.standard.assurance.agent.analyst;

import eu.bekaa.standard.assurance.agent.Agent;
import eu.bekaa.standard.assurance.agent.AgentSource;
import eu.bekaa.standard.assurance.agent.Analyst;
import eu.bekaa.standard.assurance.agent.Bench;
import eu.bekaa.standard.assurance.agent.Facts;
import eu.bekaa.standard.assurance.agent.Lines;
import eu.bekaa.standard.assurance.agent.Proposal;
import eu.bekaa.standard.assurance.maturity.MaturityOutlook;
import eu.bekaa.standard.assurance.maturity.MaturityScore;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Suggests a level per control from the approved gap analysis, by the table (contract §10).
@Singleton
class MaturityAssessor implements Analyst {
    private final Basis basis;
    private final MaturityOutlook outlook;

    MaturityAssessor(Basis basis, MaturityOutlook outlook) {
        this.basis = basis;
        this.outlook = outlook;
    }

    @Override
    public Agent agent() {
        return Agent.MATURITY_ASSESSOR;
    }

    @Override
    public Proposal propose(Bench bench) {
        var known = new ArrayList<AgentSource>();
        known.add(basis.assessment(bench));
        var gap = basis.approved(bench, ArtifactKind.GAP_ANALYSIS);
        gap.map(Basis::version).ifPresent(known::add);
        var scores = gap.map(version -> outlook.scores(bench.caller(), version)).orElse(List.of());
        var tally = new Tally<>(scores);
        var byLevel = tally.by(MaturityScore::score);
        var wrong = gap.isEmpty()
                ? List.of("There is no approved gap analysis, so no level can be suggested.")
                : List.<String>of();
        bench.note("basis of the maturity assessment", wrong);
        var limitations = new ArrayList<>(wrong);
        limitations.add("Levels follow from findings and evidence on file; how work is really done was not observed.");
        limitations.add(Basis.PERSON);
        return new Proposal(
                Basis.count(scores.size(), "control") + " scored by level: " + Tally.words(byLevel) + ".",
                List.of("The approved gap analysis describes the present."),
                limitations,
                Basis.cited(known, Stream.empty()),
                tally.confidence(MaturityScore::confidenceScore),
                Facts.with("by_level", byLevel)
                        .and("scores", tally.listed(Lines::of))
                        .plain());
    }
}
