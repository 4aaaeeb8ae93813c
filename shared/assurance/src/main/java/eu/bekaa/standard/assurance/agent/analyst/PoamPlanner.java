package eu.bekaa.standard.assurance.agent.analyst;

import eu.bekaa.standard.assurance.agent.Agent;
import eu.bekaa.standard.assurance.agent.AgentSource;
import eu.bekaa.standard.assurance.agent.Analyst;
import eu.bekaa.standard.assurance.agent.Bench;
import eu.bekaa.standard.assurance.agent.Facts;
import eu.bekaa.standard.assurance.agent.Lines;
import eu.bekaa.standard.assurance.agent.Proposal;
import eu.bekaa.standard.assurance.poam.PoamItem;
import eu.bekaa.standard.assurance.poam.PoamOutlook;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Plans an action for every finding of the approved gap analysis that asks for one (contract §11).
@Singleton
class PoamPlanner implements Analyst {
    private final Basis basis;
    private final PoamOutlook outlook;

    PoamPlanner(Basis basis, PoamOutlook outlook) {
        this.basis = basis;
        this.outlook = outlook;
    }

    @Override
    public Agent agent() {
        return Agent.POAM_PLANNER;
    }

    @Override
    public Proposal propose(Bench bench) {
        var known = new ArrayList<AgentSource>();
        known.add(basis.assessment(bench));
        var gap = basis.approved(bench, ArtifactKind.GAP_ANALYSIS);
        gap.map(Basis::version).ifPresent(known::add);
        var maturity = basis.approved(bench, ArtifactKind.MATURITY_ASSESSMENT);
        maturity.map(Basis::version).ifPresent(known::add);
        var items = gap.map(version -> outlook.items(bench.caller(), version)).orElse(List.of());
        var tally = new Tally<>(items);
        var byPriority = tally.by(PoamItem::priority);
        var wrong = new ArrayList<String>();
        if (gap.isEmpty()) {
            wrong.add("There is no approved gap analysis, so there is nothing to plan for.");
        }
        if (maturity.isEmpty()) {
            wrong.add("There is no approved maturity assessment, so no target level is proposed.");
        }
        bench.note("basis of the plan", wrong);
        var limitations = new ArrayList<>(wrong);
        limitations.add("Owners, effort and due dates follow rules of thumb; who can do what by when is for people.");
        limitations.add(Basis.PERSON);
        return new Proposal(
                Basis.count(items.size(), "action") + " proposed by priority: " + Tally.words(byPriority) + ".",
                List.of("The findings of the approved gap analysis are still open."),
                limitations,
                Basis.cited(known, Stream.empty()),
                tally.confidence(PoamItem::confidenceScore),
                Facts.with("by_priority", byPriority)
                        .and("items", tally.listed(Lines::of))
                        .plain());
    }
}
