package eu.bekaa.standard.assurance.agent.analyst;

import eu.bekaa.standard.assurance.agent.Agent;
import eu.bekaa.standard.assurance.agent.AgentSource;
import eu.bekaa.standard.assurance.agent.Analyst;
import eu.bekaa.standard.assurance.agent.Bench;
import eu.bekaa.standard.assurance.agent.Facts;
import eu.bekaa.standard.assurance.agent.Proposal;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// Looks which approved versions a report can be made from; with `create_draft` it is generated from them.
@Singleton
class ReportWriter implements Analyst {
    private static final List<ArtifactKind> PARTS =
            List.of(ArtifactKind.SOA, ArtifactKind.GAP_ANALYSIS, ArtifactKind.MATURITY_ASSESSMENT, ArtifactKind.POAM);

    private final Basis basis;

    ReportWriter(Basis basis) {
        this.basis = basis;
    }

    @Override
    public Agent agent() {
        return Agent.REPORT_WRITER;
    }

    @Override
    public Proposal propose(Bench bench) {
        var known = new ArrayList<AgentSource>();
        known.add(basis.assessment(bench));
        var state = new LinkedHashMap<String, String>();
        var missing = new ArrayList<String>();
        for (var kind : PARTS) {
            var approved = basis.approved(bench, kind);
            approved.map(Basis::version).ifPresent(known::add);
            state.put(kind.toString(), approved.isPresent() ? "approved" : "missing");
            if (approved.isEmpty()) {
                missing.add("There is no approved " + kind.toString().replace('_', ' ') + ".");
            }
        }
        bench.note("basis of the report", missing);
        var limitations = new ArrayList<>(missing);
        limitations.add("The report tells what was approved; it adds no judgement of its own.");
        limitations.add(Basis.PERSON);
        var ready = PARTS.size() - missing.size();
        return new Proposal(
                "The full report can draw on " + ready + " of " + PARTS.size() + " approved artifacts.",
                List.of("What was approved still holds."),
                limitations,
                Basis.cited(known, Stream.empty()),
                (double) ready / PARTS.size(),
                Facts.with("source_status", state).plain());
    }
}
